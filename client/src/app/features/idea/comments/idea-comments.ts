import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { v4 as uuid } from 'uuid';
import { CommentsApi } from '../../../api/comments-api';
import { asProblem } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import type { NamedPerson } from '../../../ui/mention-field/mentions';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';
import { CommentForm, type Said } from './comment-form';
import { CommentItem } from './comment-item';
import { KeptComments } from './kept-comments';
import { injectProblemWords } from '../problem-words';

/** What is said about the idea, the oldest first, and where to say something. What is not sent yet is kept. */
@Component({
  selector: 'polku-idea-comments',
  imports: [CommentForm, CommentItem, MatButton, Skeleton],
  template: `
    <section class="box" aria-labelledby="comments">
      <h2 id="comments" tabindex="-1">{{ t('idea.comments.title') }}</h2>
      @if (comments.next()) {
        <button mat-button type="button" (click)="comments.more()" [disabled]="comments.busy()">{{ t('idea.comments.earlier') }}</button>
      }
      @if (oldestFirst().length > 0) {
        <ol>
          @for (comment of oldestFirst(); track comment.id) {
            <li><polku-comment-item [comment]="comment" /></li>
          }
        </ol>
      } @else if (comments.pending()) {
        <polku-skeleton [lines]="3" />
      } @else if (!comments.problem()) {
        <p class="quiet none">{{ t('idea.comments.none') }}</p>
      }
      @if (comments.problem()) {
        <p role="alert" class="none">
          {{ t('idea.comments.failed') }}
          <button mat-button type="button" (click)="comments.load()">{{ t('idea.retry') }}</button>
        </p>
      }
      <polku-comment-form
        [label]="t('idea.comments.write')"
        [action]="t('idea.comments.send')"
        [busy]="busy()"
        [problem]="failure()"
        [(text)]="text"
        [(people)]="people"
        (sent)="send($event)"
      />
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--s2);
    }

    ol {
      list-style: none;
      margin-bottom: var(--s3);
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    .none {
      margin-bottom: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaComments {
  private readonly api = inject(CommentsApi);
  private readonly open = inject(OpenIdea);
  private readonly kept = inject(KeptComments);
  private readonly words = injectProblemWords();
  protected readonly t = injectTranslate();
  protected readonly comments = this.open.comments;
  protected readonly oldestFirst = computed(() => this.comments.items().toReversed());
  protected readonly text = signal('');
  protected readonly people = signal<readonly NamedPerson[]>([]);
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  private attempt: { readonly key: string; readonly said: string } | null = null;

  constructor() {
    effect(() => {
      const [organisation, number] = [this.open.organisation(), this.open.number()];
      untracked(() => {
        const kept = this.kept.find(organisation, number);
        this.text.set(kept?.text ?? '');
        this.people.set(kept?.people ?? []);
        this.failure.set('');
      });
    });
    effect(() => {
      const written = { text: this.text(), people: this.people() };
      untracked(() => this.kept.keep(this.open.organisation(), this.open.number(), written));
    });
  }

  protected async send(said: Said): Promise<void> {
    const [organisation, number] = [this.open.organisation(), this.open.number()];
    const isHere = (): boolean => this.open.organisation() === organisation && this.open.number() === number;
    // Sent again, the same words are said once.
    const same = JSON.stringify([number, said]);
    if (this.attempt?.said !== same) this.attempt = { key: uuid(), said: same };
    this.busy.set(true);
    this.failure.set('');
    try {
      await this.api.write(organisation, number, said, this.attempt.key);
      this.attempt = null;
      this.kept.drop(organisation, number, said.body);
      if (!isHere()) return;
      // Somebody may have gone on writing while it was sent.
      if (this.text().trim() === said.body) {
        this.text.set('');
        this.people.set([]);
      }
    } catch (error) {
      if (isHere()) this.failure.set(this.words(asProblem(error)));
      return;
    } finally {
      this.busy.set(false);
    }
    // It is said: the next one need not wait until it is shown.
    await this.open.refresh('comment-written');
  }
}
