import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, Injector, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CommentView } from '#contracts';
import { CommentsApi } from '../../../api/comments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import { partsOf, type NamedPerson } from '../../../ui/mention-field/mentions';
import { injectRefusalWords } from '../../../ui/refusals/refusal-words';
import { OpenIdea } from '../open-idea';
import { CommentForm, type Said } from './comment-form';

/** A comment: who said what and when; changed in place, taken away after a question. */
@Component({
  selector: 'polku-comment-item',
  imports: [Avatar, CommentForm, MatButton],
  templateUrl: './comment-item.html',
  styleUrl: './comment-item.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommentItem {
  private readonly api = inject(CommentsApi);
  private readonly open = inject(OpenIdea);
  private readonly injector = inject(Injector);
  private readonly refusalWords = injectRefusalWords();
  private readonly form = viewChild(CommentForm);
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly comment = input.required<CommentView>();

  protected readonly doing = signal<'reading' | 'editing' | 'deleting'>('reading');
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly draft = signal('');
  protected readonly people = signal<readonly NamedPerson[]>([]);
  protected readonly parts = computed(() => partsOf(this.comment().body, this.comment().mentions));

  protected edit(): void {
    this.draft.set(this.comment().body);
    this.people.set(this.comment().mentions);
    this.turnTo('editing');
    afterNextRender(() => this.form()?.focus(), { injector: this.injector });
  }

  protected turnTo(doing: 'reading' | 'editing' | 'deleting'): void {
    this.failure.set('');
    this.doing.set(doing);
  }

  protected save(said: Said): Promise<void> {
    const { id, version } = this.comment();
    return this.attempt(async () => this.open.comments.replace(await this.api.edit(this.open.organisation(), id, { version, ...said })));
  }

  protected remove(): Promise<void> {
    return this.attempt(async () => {
      await this.api.delete(this.open.organisation(), this.comment().id);
      await this.open.refresh('comment-deleted');
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set('');
    try {
      await work();
      this.doing.set('reading');
    } catch (error) {
      this.hear(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  // What was written stays in the form; the comment beside it is shown as it is now, so that saving again is a choice.
  private hear(problem: ProblemError): void {
    if (problem.code === 'version-conflict' && isComment(problem.current)) {
      this.open.comments.replace(problem.current);
      this.failure.set(this.t('idea.comments.changed', { text: problem.current.body || this.t('idea.comments.gone') }));
      return;
    }
    const refusals = problem.refusals.map((it) => this.refusalWords(it)).join(' · ');
    this.failure.set(refusals || this.t(`codes.problem.${problem.code}`, { seconds: problem.retryAfter ?? 60 }));
  }
}

const isComment = (thing: unknown): thing is CommentView =>
  typeof thing === 'object' && thing !== null && 'body' in thing && 'mayEdit' in thing;
