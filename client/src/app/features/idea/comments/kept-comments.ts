import { inject, Injectable } from '@angular/core';
import type { NamedPerson } from '../../../ui/mention-field/mentions';
import { KeptTexts } from '../facts/kept-texts';

/** What somebody was writing, and who was picked to be named in it. */
export interface KeptComment {
  readonly text: string;
  readonly people: readonly NamedPerson[];
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Keeps the comment that is being written on an idea until it is sent, also when the page is left or loaded again. */
@Injectable({ providedIn: 'root' })
export class KeptComments {
  private readonly texts = inject(KeptTexts);

  find(organisation: string, number: number): KeptComment | null {
    const kept = parsed(this.texts.find(organisation, number, 'comment')?.written ?? '');
    return isComment(kept) ? kept : null;
  }

  /** One that says nothing is not kept. */
  keep(organisation: string, number: number, { text, people }: KeptComment): void {
    if (text.trim()) this.texts.keep(organisation, number, 'comment', { began: '', written: JSON.stringify({ text, people }) });
    else this.texts.drop(organisation, number, 'comment');
  }

  /** What was sent is kept no longer; what was written since is. */
  drop(organisation: string, number: number, sent: string): void {
    if (this.find(organisation, number)?.text.trim() === sent) this.texts.drop(organisation, number, 'comment');
  }
}
