import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTranslate } from '../../../i18n/translate';
import { CARD_STEPS } from '../../../ui/test-card/card-steps';
import { OpenExperiment } from '../open-experiment';
import { CardFields } from './card-fields';
import { CardPlan } from './card-plan';
import { injectEntryWords } from './entry-words';

/** The test card while it is planned: the guided form that saves itself, and what others wrote at the same time. */
@Component({
  selector: 'polku-plan-card',
  imports: [CardFields, MatButton],
  template: `
    <section class="box" aria-labelledby="plan">
      <header>
        <h2 id="plan" tabindex="-1">{{ t('experiment.plan.title') }}</h2>
        <p class="keeping" [class]="plan.keeping()" role="status">{{ keeping() }}</p>
      </header>
      <p class="quiet lead">{{ t('experiment.plan.lead') }}</p>
      @for (clash of plan.clashes(); track clash.name) {
        <section class="clash" role="alert">
          <h3>{{ t('experiment.plan.clash', { field: words.name(clash.name) }) }}</h3>
          <div class="both">
            <div>
              <h4>{{ t('experiment.plan.mine') }}</h4>
              <p>{{ words.value(clash.name, clash.mine) }}</p>
            </div>
            <div>
              <h4>{{ t('experiment.plan.theirs') }}</h4>
              <p>{{ words.value(clash.name, clash.theirs) }}</p>
            </div>
          </div>
          <div class="actions">
            <button mat-stroked-button type="button" (click)="plan.settle(clash, 'mine')">{{ t('experiment.plan.keep-mine') }}</button>
            <button mat-button type="button" (click)="plan.settle(clash, 'theirs')">{{ t('experiment.plan.take-theirs') }}</button>
          </div>
        </section>
      }
      @if (plan.keeping() === 'failed') {
        <div class="failure" role="alert">
          <p>{{ t('codes.problem.' + plan.problem()?.code, { seconds: 60 }) }}</p>
          <button mat-stroked-button type="button" (click)="plan.save()">{{ t('ui.error.retry') }}</button>
        </div>
      }
      @for (fault of plan.faults(); track fault.path) {
        <p class="failure" role="alert">{{ faultName(fault.path) }}: {{ t('codes.field.' + fault.code) }}</p>
      }
      <polku-card-fields [fields]="plan.fields" [team]="team()" />
    </section>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--s4);
      align-items: baseline;
      justify-content: space-between;
    }

    .keeping {
      font: 500 var(--t-s) var(--font);
      color: var(--ink-3);

      &.clash,
      &.faulty,
      &.refused,
      &.failed {
        color: var(--waiting);
        font-weight: 600;
      }
    }

    .lead {
      margin: 2px 0 var(--s4);
    }

    .clash {
      border-left: 4px solid var(--waiting);
      background: var(--waiting-soft);
      border-radius: 0 var(--radius-s) var(--radius-s) 0;
      padding: var(--s3) var(--s4);
      margin-bottom: var(--s4);
    }

    .both {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
      gap: var(--s3);
      margin: var(--s3) 0;

      h4 {
        font: 600 var(--t-s) var(--font);
        color: var(--ink-2);
      }

      p {
        background: var(--surface);
        border-radius: var(--radius-s);
        padding: 8px 10px;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanCard {
  private readonly open = inject(OpenExperiment);
  protected readonly plan = inject(CardPlan);
  protected readonly words = injectEntryWords();
  protected readonly t = injectTranslate();

  protected readonly team = computed(() => this.open.idea.value()?.team ?? []);
  protected readonly keeping = computed(() => this.t(`experiment.plan.keeping.${this.plan.keeping()}`));

  protected faultName(path: string): string {
    const name = path.replace(/^card\./, '').split('.')[0];
    const field = CARD_STEPS.flatMap((it) => it.fields).find((it) => it === name);
    return this.t(field ? `codes.card.${field}` : 'card.question');
  }
}
