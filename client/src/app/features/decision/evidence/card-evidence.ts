import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { mdiLockOutline } from '@mdi/js';
import type { CardEvidence, TestCardView } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import { Tag } from '../../../ui/tag/tag';
import { injectCardWords } from '../../../ui/test-card/card-words';
import { TestCardFacts } from '../../../ui/test-card/test-card-facts';
import { VerdictBox } from '../../../ui/verdict/verdict-box';

interface ChangedField {
  readonly name: string;
  readonly values: readonly string[];
}

type CardKey = keyof TestCardView;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A test card as evidence: as it was when the decision was asked for, and field by field whatever an amendment changed since the lock, and
 * whatever has changed since the question.
 */
@Component({
  selector: 'polku-card-evidence',
  imports: [Icon, Tag, TestCardFacts, VerdictBox],
  template: `
    @if (asked(); as it) {
      <p class="state">
        <polku-tag meaning="unclear">{{ t('codes.experiment-state.' + it.state) }}</polku-tag>
        @if (it.state !== 'planned') {
          <span class="lock"><polku-icon [path]="icon" /> {{ lock() }}</span>
        }
        @if (it.amendedAfterData) {
          <polku-tag meaning="waiting">{{ t('decision.evidence.after-data') }}</polku-tag>
        }
        @if (ran()) {
          <span class="quiet small">{{ ran() }}</span>
        }
        @if (corrections()) {
          <span class="small corrections">{{ corrections() }}</span>
        }
      </p>
      @for (amendment of reasons(); track amendment.at) {
        <p class="amendment">
          {{ t('experiment.card.because', { reason: amendment.reason }) }}
          <span class="quiet small">{{ amendment.when }}</span>
        </p>
      }
      @if (fields().length > 0) {
        <table>
          <caption>
            {{
              t('decision.evidence.amended')
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t('decision.evidence.field') }}</th>
              @for (column of columns(); track column) {
                <th scope="col">{{ column }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (field of fields(); track field.name) {
              <tr>
                <th scope="row">{{ field.name }}</th>
                @for (value of field.values; track $index) {
                  <td [attr.data-column]="columns()[$index]">{{ value || t('decision.evidence.nothing') }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      }
      @if (it.byOriginal; as verdict) {
        <div class="by-original">
          <h4>{{ t('decision.evidence.by-original') }}</h4>
          <polku-verdict-box [verdict]="verdict" look="short" />
        </div>
      }
      @if (result(); as text) {
        <h4>{{ t('decision.evidence.result') }}</h4>
        <p class="result">{{ text }}</p>
      }
      <polku-test-card-facts [card]="it.card" />
    } @else {
      <p class="none">{{ t('decision.evidence.nothing') }}</p>
      @if (now(); as it) {
        <h5>{{ t('decision.evidence.now') }}</h5>
        <polku-test-card-facts [card]="it.card" />
      }
    }
  `,
  styleUrl: './card-evidence.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardOfEvidence {
  private readonly words = injectCardWords();
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiLockOutline;

  readonly asked = input.required<CardEvidence | null>();
  /** As it is now, where that has changed; null: as it was. */
  readonly now = input.required<CardEvidence | null>();

  protected readonly lock = computed(() => {
    const amendments = this.asked()?.amendments ?? 0;
    return amendments === 0 ? this.t('decision.evidence.locked') : this.t('decision.evidence.locked-amended', { count: amendments });
  });
  private readonly versions = computed(() => {
    const [asked, now] = [this.asked(), this.now()];
    if (!asked) return [];
    return [
      ...(asked.original ? [{ title: this.t('decision.evidence.original'), card: asked.original }] : []),
      { title: this.t('decision.evidence.when-asked'), card: asked.card },
      ...(now ? [{ title: this.t('decision.evidence.now'), card: now.card }] : []),
    ];
  });
  /** When it was started and ended, where it was. */
  protected readonly ran = computed(() => {
    const { state, startedAt, endedAt } = this.now() ?? this.asked() ?? {};
    return [
      ...(startedAt ? [this.t('decision.evidence.started', { date: this.moments.day(startedAt) })] : []),
      ...(endedAt
        ? [this.t(state === 'stopped' ? 'decision.evidence.stopped' : 'decision.evidence.concluded', { date: this.moments.day(endedAt) })]
        : []),
    ].join(' ');
  });
  /** That measurements are no longer as they were recorded, whether or not that changes the verdict. */
  protected readonly corrections = computed(() => {
    const { corrected = 0, withdrawn = 0, lastAt } = (this.now() ?? this.asked())?.corrections ?? {};
    if (lastAt === undefined) return '';
    return [
      ...(corrected > 0 ? [this.t('decision.evidence.corrected', { count: corrected })] : []),
      ...(withdrawn > 0 ? [this.t('decision.evidence.withdrawn', { count: withdrawn })] : []),
      this.t('decision.evidence.last-changed', { date: this.moments.day(lastAt) }),
    ].join(' · ');
  });
  /** What came out, in words: as asked, or written since. */
  protected readonly result = computed(() => this.now()?.result ?? this.asked()?.result ?? null);
  /** Why it was amended, who and when; those since the question too. */
  protected readonly reasons = computed(() =>
    (this.now() ?? this.asked())?.reasons.map(({ at, by, reason }) => {
      const date = this.moments.dayAndTime(at);
      return { at, reason, when: by ? this.t('experiment.card.by-at', { name: by.name, date }) : date };
    }),
  );
  protected readonly columns = computed(() => this.versions().map(({ title }) => title));
  protected readonly fields = computed<readonly ChangedField[]>(() => {
    const cards = this.versions().map(({ card }) => card);
    const [first, ...later] = cards;
    if (!first) return [];
    return (Object.keys(first) as CardKey[])
      .filter((key) => later.some((card) => !isSame(card[key], first[key])))
      .map((key) => ({ name: this.words.name(key), values: cards.map((card) => this.words.value(key, card[key], card)) }));
  });
}
