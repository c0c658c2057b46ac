import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { dayOfPeriod, meaningOfState } from '../../../ui/experiment/experiment-state';
import { PathLine, type PathStation } from '../../../ui/path-line/path-line';
import { Tag } from '../../../ui/tag/tag';
import { OpenExperiment } from '../open-experiment';

/** The head of the page: the way back to the idea, the question, how far it is, and the path of the idea. */
@Component({
  selector: 'polku-experiment-head',
  imports: [PathLine, RouterLink, Tag],
  template: `
    @if (experiment(); as it) {
      <p class="crumb">
        <a [routerLink]="['/', open.organisation(), 'board']">{{ t('idea.board') }}</a>
        <span aria-hidden="true"> / </span>
        <a [routerLink]="['/', open.organisation(), 'ideas', it.idea.number]">#{{ it.idea.number }} {{ it.idea.title }}</a>
        <span aria-hidden="true"> / </span>
        <span>{{ t('experiment.crumb', { number: it.number }) }}</span>
      </p>
      <h1>{{ it.title }}</h1>
      <p class="facts">
        <polku-tag [meaning]="meaning()">{{ t('codes.experiment-state.' + it.state) }}</polku-tag>
        @if (open.overdue()) {
          <polku-tag meaning="late">{{ t('experiment.overdue') }}</polku-tag>
        }
        @for (fact of facts(); track $index) {
          <span>{{ fact }}</span>
        }
      </p>
      @if (it.basedOn; as earlier) {
        <p class="kin">
          <a [routerLink]="['/', open.organisation(), 'experiments', earlier.id]">{{
            t('experiment.based-on', { number: earlier.number })
          }}</a>
        </p>
      }
      @if (it.successor; as later) {
        <p class="kin">
          <a [routerLink]="['/', open.organisation(), 'experiments', later.id]">{{
            t('experiment.successor', { number: later.number })
          }}</a>
        </p>
      }
      @if (stations().length > 0) {
        <polku-path-line class="line" [stations]="stations()" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s5);
    }

    .crumb {
      font: 400 13.5px/18px var(--font);
      color: var(--ink-3);
      margin-bottom: 6px;
      overflow-wrap: anywhere;

      a {
        color: inherit;
        text-decoration: none;

        &:hover {
          text-decoration: underline;
        }
      }
    }

    h1 {
      overflow-wrap: anywhere;
    }

    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
      margin-top: var(--s2);
      color: var(--ink-2);
      font: 400 14.5px/20px var(--font);
    }

    .kin {
      margin-top: var(--s2);
    }

    .line {
      display: block;
      margin-top: var(--s4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExperimentHead {
  private readonly moments = inject(Moments);
  protected readonly open = inject(OpenExperiment);
  protected readonly t = injectTranslate();

  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly meaning = computed(() => {
    const experiment = this.experiment();
    return experiment ? meaningOfState(experiment) : 'unclear';
  });
  protected readonly facts = computed(() => {
    const experiment = this.experiment();
    if (!experiment) return [];
    const { card, state, endedAt } = experiment;
    const { startsOn, endsOn } = card;
    const period = startsOn && endsOn ? this.t('card.period-text', { from: this.moments.day(startsOn), to: this.moments.day(endsOn) }) : '';
    const under = state === 'running' || state === 'measured' ? dayOfPeriod(card, this.moments.today()) : null;
    const ended = endedAt ? this.t(`experiment.ended-on.${state}`, { date: this.moments.day(endedAt) }) : '';
    return [under ? this.t('experiment.day-of', { day: under.day, of: under.of }) : '', period, ended].filter(Boolean);
  });
  protected readonly stations = computed<readonly PathStation[]>(() =>
    (this.open.idea.value()?.path ?? []).map(({ step, name, state, gate, enteredAt }) => ({
      key: step,
      name,
      state,
      gate,
      detail: state === 'now' && enteredAt ? this.t('idea.since', { date: this.moments.day(enteredAt) }) : null,
    })),
  );
}
