import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExperimentView } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { dayOfPeriod, meaningOfState } from '../../../ui/experiment/experiment-state';
import { Tag } from '../../../ui/tag/tag';
import { VerdictBox } from '../../../ui/verdict/verdict-box';
import { OpenIdea } from '../open-idea';

/** An experiment in short: how it stands, what it is about, what the rule says, and what waits to be said. */
@Component({
  selector: 'polku-experiment-summary',
  imports: [RouterLink, Tag, VerdictBox],
  template: `
    <article [attr.aria-labelledby]="'experiment-' + experiment().number">
      <header>
        <h3 [id]="'experiment-' + experiment().number">
          <a [routerLink]="['/', open.organisation(), 'experiments', experiment().id]">
            {{ t('experiments.heading', { number: experiment().number, title: experiment().title }) }}
          </a>
        </h3>
        <polku-tag [meaning]="meaning()">{{ t('codes.experiment-state.' + experiment().state) }}</polku-tag>
      </header>
      @if (overdue()) {
        <p class="ended">
          {{ t('experiments.ended', { date: endsOn() }) }}
          <a [routerLink]="['/', open.organisation(), 'experiments', experiment().id]">{{ t('experiments.say-what-follows') }}</a>
        </p>
      }
      @if (experiment().card.hypothesis; as hypothesis) {
        <p class="hypothesis" [title]="hypothesis">{{ hypothesis }}</p>
      }
      @if (period(); as words) {
        <p class="quiet small">{{ words }}</p>
      }
      @if (experiment().state !== 'planned') {
        <polku-verdict-box look="short" [verdict]="experiment().verdict" />
      }
    </article>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
    }

    h3 {
      font: 650 16px/22px var(--font);
      overflow-wrap: anywhere;
      min-width: 0;
    }

    .ended {
      margin: var(--s2) 0;
      padding: 8px 12px;
      border-radius: var(--radius-s);
      background: var(--late-soft);
      color: var(--ink);

      a {
        font-weight: 600;
        color: inherit;
      }
    }

    // Two lines say what it is about, whatever the width; all of it is one click away.
    .hypothesis {
      display: -webkit-box;
      margin-top: 4px;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    polku-verdict-box {
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExperimentSummary {
  private readonly moments = inject(Moments);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  readonly experiment = input.required<ExperimentView>();

  protected readonly meaning = computed(() => meaningOfState(this.experiment()));
  protected readonly overdue = computed(() => this.experiment().overdue);
  protected readonly endsOn = computed(() => this.moments.day(this.experiment().card.endsOn ?? this.moments.today()));
  protected readonly period = computed(() => {
    const { card, state } = this.experiment();
    if (!card.startsOn || !card.endsOn) return '';
    const period = this.t('card.period-text', { from: this.moments.day(card.startsOn), to: this.moments.day(card.endsOn) });
    const under = state === 'running' || state === 'measured' ? dayOfPeriod(card, this.moments.today()) : null;
    return under ? `${this.t('experiment.day-of', { day: under.day, of: under.of })} · ${period}` : period;
  });
}
