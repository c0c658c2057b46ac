import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { HistoryItem } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Skeleton } from '../../../ui/states/skeleton';
import { TextDiff } from '../../../ui/text-diff/text-diff';
import { OpenIdea } from '../open-idea';
import { changedTexts } from './changed-texts';
import { injectHistoryWords } from './history-words';

/** What happened to the idea, newest first: in words, by whom, when and why. */
@Component({
  selector: 'polku-idea-history',
  imports: [MatButton, Skeleton, TextDiff],
  template: `
    <h2 id="history">{{ t('idea.history') }}</h2>
    @if (history.items().length > 0) {
      <ol>
        @for (item of history.items(); track item.id) {
          <li>
            <p class="what">{{ words(item) }}</p>
            @if (textsOf(item); as changes) {
              @if (changes.length > 0) {
                <details>
                  <summary>{{ t('idea.diff.show') }}</summary>
                  @for (change of changes; track change.name) {
                    <h3>{{ t('codes.name.' + change.name) }}</h3>
                    <polku-text-diff [before]="change.before" [after]="change.after" />
                  }
                </details>
              }
            }
            @if (tellsReason(item)) {
              <blockquote>{{ item.reason }}</blockquote>
            }
            @if (changeOf(item); as change) {
              <p class="change">{{ t('decisions.must-change') }}:</p>
              <blockquote>{{ change }}</blockquote>
            }
            <p class="who">
              {{ item.by?.name ?? t('idea.by-itself') }} ·
              <time [attr.datetime]="item.at" [title]="moments.dayAndTime(item.at)">{{ moments.ago(item.at) }}</time>
            </p>
          </li>
        }
      </ol>
      @if (history.next()) {
        <button mat-button type="button" (click)="history.more()" [disabled]="history.busy()">{{ t('idea.history-more') }}</button>
      }
    } @else if (history.pending()) {
      <polku-skeleton [lines]="4" />
    } @else if (!history.problem()) {
      <p class="quiet">{{ t('idea.history-empty') }}</p>
    }
    @if (history.problem()) {
      <p role="alert" class="failed">
        {{ t('idea.history-failed') }}
        <button mat-button type="button" (click)="history.load()">{{ t('idea.retry') }}</button>
      </p>
    }
  `,
  styleUrl: './idea-history.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaHistory {
  protected readonly t = injectTranslate();
  protected readonly words = injectHistoryWords();
  protected readonly moments = inject(Moments);
  private readonly open = inject(OpenIdea);
  protected readonly history = this.open.history;
  protected readonly textsOf = changedTexts;

  /** What a decision said must change; the event itself does not hold it. */
  protected changeOf({ kind, reason, details }: HistoryItem): string | null {
    if (kind !== 'decision-made' || details['outcome'] !== 'adapt') return null;
    const about = details['decision'] ?? details['kind'];
    return this.open.decisions.value()?.find((it) => it.kind === about && it.reason === reason)?.mustChange ?? null;
  }

  // The reason of a decision stands with the decision; the move that it made need not repeat it.
  protected tellsReason({ kind, reason, details }: HistoryItem): boolean {
    return reason !== null && !(kind === 'idea-moved' && details['decision'] !== undefined);
  }
}
