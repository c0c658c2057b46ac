import { inject, Injectable } from '@angular/core';
import type { NamedPerson } from '../../../ui/mention-field/mentions';
import { type KeptName, KeptTexts } from '../facts/kept-texts';

/** What somebody was writing, and who was picked to be named in it. */
export interface KeptComment {
  readonly text: string;
  readonly people: readonly NamedPerson[];
  /** The version of the comment that it changes. */
  readonly began?: number | undefined;
}

const isComment = (value: unknown): value is KeptComment =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'people' in value &&
  isPeople(value.people);

const isPeople = (value: unknown): value is NamedPerson[] =>
  Array.isArray(value) && value.every((it: unknown) => typeof it === 'object' && it !== null && 'id' in it && 'name' in it);

const nameOf = (comment?: string): KeptName => (comment === undefined ? 'comment' : `comment.${comment}`);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Keeps what is being written in a comment on an idea, a new one or another text of one (by its id), until it is sent, also when the page is
 * left or loaded again.
 */
@Injectable({ providedIn: 'root' })
export class KeptComments {
  private readonly texts = inject(KeptTexts);

  find(organisation: string, number: number, comment?: string): KeptComment | null {
    const kept = parsed(this.texts.find(organisation, number, nameOf(comment))?.written ?? '');
    return isComment(kept) ? kept : null;
  }

  /** One that says nothing is not kept. */
  keep(organisation: string, number: number, written: KeptComment, comment?: string): void {
    if (written.text.trim()) this.texts.keep(organisation, number, nameOf(comment), { began: '', written: JSON.stringify(written) });
    else this.texts.drop(organisation, number, nameOf(comment));
  }

  /** The text that a comment was to have is kept no longer. */
  dropChange(organisation: string, number: number, comment: string): void {
    this.texts.drop(organisation, number, nameOf(comment));
  }

  /** What was sent is kept no longer; what was written since is. */
  drop(organisation: string, number: number, sent: string): void {
    if (this.find(organisation, number)?.text.trim() === sent) this.texts.drop(organisation, number, 'comment');
  }
}
