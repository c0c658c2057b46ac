import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiLockOutline } from '@mdi/js';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import { TestCardFacts } from '../../../ui/test-card/test-card-facts';
import { OpenExperiment } from '../open-experiment';
import { CardPlan } from '../plan/card-plan';
import { injectEntryWords } from '../plan/entry-words';
import { AmendForm } from './amend-form';
import { AmendmentsList } from './amendments-list';

/** The test card once it is locked: who locked it when, what it says, and each amendment beside what stood there before. */
@Component({
  selector: 'polku-locked-card',
  imports: [AmendForm, AmendmentsList, Icon, MatButton, TestCardFacts],
  template: `
    @if (experiment(); as it) {
      <section class="box" aria-labelledby="card">
        <h2 id="card" tabindex="-1">{{ t('experiment.card.title') }}</h2>
        @if (lock(); as words) {
          <p class="lock"><polku-icon [path]="icon" /> {{ words }}</p>
        }
        @if (plan.leftOver()) {
          <div class="failure" role="alert">
            <p>{{ t('experiment.card.left-over') }}</p>
            <dl>
              @for (name of plan.changed(); track name) {
                <dt>{{ entryWords.name(name) }}</dt>
                <dd>{{ entryWords.value(name, plan.entry()[name]) }}</dd>
              }
            </dl>
            <button mat-button type="button" (click)="plan.discard()">{{ t('experiment.card.discard') }}</button>
          </div>
        }
        @if (it.amendments.length > 0) {
          <polku-amendments-list [amendments]="it.amendments" [card]="it.card" />
        }
        @if (amending()) {
          <polku-amend-form />
        } @else {
          <polku-test-card-facts [card]="shown() === 'original' && it.original ? it.original : it.card" />
          <div class="actions">
            @if (it.original) {
              <button mat-button type="button" [attr.aria-pressed]="shown() === 'original'" (click)="swap()">
                {{ t(shown() === 'original' ? 'experiment.card.show-now' : 'experiment.card.show-original') }}
              </button>
            }
            @if (it.mayAmend) {
              <button mat-stroked-button type="button" (click)="amend()">{{ t('experiment.card.amend') }}</button>
            }
          </div>
        }
      </section>
    }
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
    }

    .lock {
      display: flex;
      gap: 8px;
      align-items: center;
      margin-bottom: var(--s3);
      padding: 7px 11px;
      border-radius: 8px;
      background: var(--path-soft);
      color: var(--path-ink);
      font: 600 13.5px/18px var(--font);
    }

    .failure dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
      font-weight: 400;
    }

    .actions {
      margin-top: var(--s3);

      &:empty {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LockedCard {
  private readonly moments = inject(Moments);
  private readonly open = inject(OpenExperiment);
  protected readonly plan = inject(CardPlan);
  protected readonly entryWords = injectEntryWords();
  protected readonly t = injectTranslate();
  protected readonly icon = mdiLockOutline;

  protected readonly shown = signal<'now' | 'original'>('now');
  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly amending = computed(() => this.open.doing()?.kind === 'amend');
  protected readonly lock = computed(() => {
    const { lockedAt, lockedBy } = this.experiment() ?? {};
    if (!lockedAt) return '';
    const date = this.moments.dayAndTime(lockedAt);
    return lockedBy ? this.t('experiment.card.locked-by', { date, name: lockedBy.name }) : this.t('experiment.card.locked', { date });
  });

  protected amend(): void {
    this.open.doing.set({ kind: 'amend' });
  }

  protected swap(): void {
    this.shown.update((it) => (it === 'now' ? 'original' : 'now'));
  }
}
