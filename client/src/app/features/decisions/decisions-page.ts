import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Away } from './away/away';
import { OwnAbsence } from './away/own-absence';
import { DecisionLog } from './decision-log';
import type { LogParams } from './log-filter';
import { WaitingList } from './waiting-list';

const views = ['mine', 'log', 'away'] as const;
type View = (typeof views)[number];

/** What waits for my word, everything that was decided, and who decides while I am away. */
@Component({
  selector: 'polku-decisions-page',
  imports: [Away, DecisionLog, RouterLink, WaitingList],
  providers: [OwnAbsence],
  template: `
    <div class="page measure">
      <div class="page-head">
        <h1>{{ t('decisions.title') }}</h1>
        <p class="quiet">{{ t('decisions.lead') }}</p>
      </div>
      <nav class="views" [attr.aria-label]="t('decisions.views')">
        @for (each of views(); track each) {
          <a
            [routerLink]="[]"
            [queryParams]="{ view: each === 'mine' ? null : each }"
            [attr.aria-current]="shown() === each ? 'page' : null"
          >
            {{ t('decisions.' + each) }}
          </a>
        }
      </nav>
      @if (awayNow(); as words) {
        <p class="away">
          {{ words }}
          @if (shown() !== 'away') {
            <a [routerLink]="[]" [queryParams]="{ view: 'away' }">{{ t('decisions.away-change') }}</a>
          }
        </p>
      }
      @switch (shown()) {
        @case ('mine') {
          <polku-waiting-list />
        }
        @case ('log') {
          <polku-decision-log [params]="params()" />
        }
        @case ('away') {
          <polku-away />
        }
      }
    </div>
  `,
  styleUrl: './decisions-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionsPage {
  private readonly session = inject(Session);
  private readonly moments = inject(Moments);
  private readonly absence = inject(OwnAbsence);
  protected readonly t = injectTranslate();

  /** Which of the views, and what the log is narrowed to: all in the address. */
  readonly view = input<string>();
  readonly kind = input<string>();
  readonly outcome = input<string>();
  readonly decider = input<string>();
  readonly against = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly q = input<string>();

  /** Who never decides is never waited for. */
  protected readonly views = computed<readonly View[]>(() => (this.mayDecide() ? views : views.filter((it) => it !== 'away')));
  protected readonly shown = computed<View>(() => this.views().find((it) => it === this.view()) ?? 'mine');
  protected readonly params = computed<LogParams>(() => ({
    kind: this.kind(),
    outcome: this.outcome(),
    decider: this.decider(),
    against: this.against(),
    from: this.from(),
    until: this.until(),
    q: this.q(),
  }));
  protected readonly awayNow = computed(() => {
    const absence = this.absence.own();
    if (!absence?.away) return '';
    return this.t('decisions.away-now', { until: this.moments.longDay(absence.until), delegate: absence.delegate?.name ?? '–' });
  });
  private readonly mayDecide = computed(() => this.session.isHub() || this.session.isManager());

  constructor() {
    effect(() => {
      const organisation = this.session.organisation();
      if (organisation && this.mayDecide()) untracked(() => void this.absence.show(organisation));
    });
  }
}
