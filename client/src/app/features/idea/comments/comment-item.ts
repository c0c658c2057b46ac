import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CommentView } from '#contracts';
import { CommentsApi } from '../../../api/comments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import type { NamedPerson } from '../../../ui/mention-field/mentions';
import { RichText } from '../../../ui/rich-text/rich-text';
import { injectOfferBack } from '../offer-back';
import { OpenIdea } from '../open-idea';
import { CommentForm, type Said } from './comment-form';
import { type KeptComment, KeptComments } from './kept-comments';
import { injectProblemWords } from '../problem-words';

/** A comment: who said what and when; changed in place, taken away after a question. A change that is not saved yet is kept. */
@Component({
  selector: 'polku-comment-item',
  imports: [Avatar, CommentForm, MatButton, RichText],
  templateUrl: './comment-item.html',
  styleUrl: './comment-item.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommentItem {
  private readonly api = inject(CommentsApi);
  private readonly open = inject(OpenIdea);
  private readonly kept = inject(KeptComments);
  private readonly offerBack = injectOfferBack();
  private readonly injector = inject(Injector);
  private readonly words = injectProblemWords();
  private readonly form = viewChild(CommentForm);
  private readonly pen = viewChild<ElementRef<HTMLElement>>('pen');
  private readonly bin = viewChild<ElementRef<HTMLElement>>('bin');
  private readonly sure = viewChild<MatButton>('sure');
  private readonly gone = viewChild<ElementRef<HTMLElement>>('gone');
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly comment = input.required<CommentView>();

  protected readonly doing = signal<'reading' | 'editing' | 'deleting'>('reading');
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly draft = signal('');
  protected readonly people = signal<readonly NamedPerson[]>([]);
  /** The version whose text is being changed: a newer one that has come meanwhile is not replaced unseen. */
  private readonly began = signal(0);
  protected readonly whoId = computed(() => `comment-${this.comment().id}`);
  protected readonly problem = computed(() => (this.comment().deletedAt ? this.t('idea.comments.taken-away') : this.failure()));
  protected readonly names = computed(() => this.comment().mentions.map(({ name }) => name));

  private readonly id = computed(() => this.comment().id);

  constructor() {
    effect(() => {
      const kept = this.kept.find(this.open.organisation(), this.open.number(), this.id());
      if (kept) untracked(() => this.change(kept.text, kept.people, kept.began ?? this.comment().version));
    });
    effect(() => {
      if (this.doing() !== 'editing') return;
      const written = { text: this.draft(), people: this.people(), began: this.began() };
      untracked(() => this.keep(written));
    });
  }

  /** What stays of a comment that was taken away. */
  protected traceOf(at: string): string {
    const name = this.comment().deletedBy?.name ?? this.t('idea.comments.somebody');
    return this.t('idea.comments.deleted', { name, when: this.moments.ago(at) });
  }

  protected edit(): void {
    this.change(this.comment().body, this.comment().mentions, this.comment().version);
    this.focus(() => this.form());
  }

  protected ask(): void {
    this.turnTo('deleting');
    this.focus(() => this.sure());
  }

  /** Back to reading, with the keyboard on the button that led away from it. */
  protected leave(): void {
    const left = this.doing();
    if (left === 'editing') this.kept.dropChange(this.open.organisation(), this.open.number(), this.id());
    this.turnTo('reading');
    this.focus(() => (left === 'deleting' ? this.bin() : this.pen())?.nativeElement);
  }

  /** Leaves the comment as it is, unless it is being saved; what was written can be had back for a while. */
  protected cancel(): void {
    if (this.busy()) return;
    const [organisation, number, id, left] = [this.open.organisation(), this.open.number(), this.id(), this.unsaved()];
    this.leave();
    if (!left) return;
    this.offerBack(left, {
      isHere: () => this.id() === id,
      unsaved: () => this.unsaved(),
      goOn: ({ text, people, began }) => {
        this.change(text, people, began ?? this.comment().version);
        this.focus(() => this.form());
      },
      keep: (written) => {
        if (!this.kept.find(organisation, number, id)) this.kept.keep(organisation, number, written, id);
      },
    });
  }

  protected save(said: Said): Promise<void> {
    const [id, version] = [this.comment().id, this.began()];
    return this.attempt(async () => {
      this.open.comments.replace(await this.api.edit(this.open.organisation(), id, { version, ...said }));
      this.leave();
    });
  }

  protected remove(): Promise<void> {
    return this.attempt(async () => {
      await this.api.delete(this.open.organisation(), this.comment().id);
      await this.open.refresh('comment-deleted');
      this.leave();
    });
  }

  /** What is written here and not saved. */
  private unsaved(): KeptComment | null {
    const written = { text: this.draft(), people: this.people(), began: this.began() };
    return this.doing() === 'editing' && written.text !== this.comment().body ? written : null;
  }

  private change(text: string, people: readonly NamedPerson[], began: number): void {
    this.draft.set(text);
    this.people.set(people);
    this.began.set(began);
    this.turnTo('editing');
  }

  private keep(written: KeptComment): void {
    const [organisation, number] = [this.open.organisation(), this.open.number()];
    if (written.text === this.comment().body) this.kept.dropChange(organisation, number, this.id());
    else this.kept.keep(organisation, number, written, this.id());
  }

  private turnTo(doing: 'reading' | 'editing' | 'deleting'): void {
    this.failure.set('');
    this.doing.set(doing);
  }

  // Where a comment was taken away, its trace takes the keyboard.
  private focus(wanted: () => { focus: () => void } | undefined): void {
    afterNextRender(() => (wanted() ?? this.gone()?.nativeElement)?.focus(), { injector: this.injector });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set('');
    try {
      await work();
    } catch (error) {
      this.hear(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  // What was written stays in the form; the comment is told beside it as it is now, so that saving again is a choice.
  private hear(problem: ProblemError): void {
    if (problem.code === 'version-conflict' && isComment(problem.current)) {
      this.open.comments.replace(problem.current);
      this.began.set(problem.current.version);
      this.failure.set(this.t('idea.comments.changed', { text: problem.current.body }));
      return;
    }
    this.failure.set(this.words(problem));
  }
}

const isComment = (thing: unknown): thing is CommentView =>
  typeof thing === 'object' && thing !== null && 'body' in thing && 'mayEdit' in thing;
