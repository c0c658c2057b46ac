import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecisionDetail } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectDecisionWords } from '../../../ui/decision/decision-words';
import { PathLine, type PathStation } from '../../../ui/path-line/path-line';
import { Tag } from '../../../ui/tag/tag';
import { OpenDecision } from '../open-decision';

/** What is to be decided on which idea, by whom and until when, and what a yes leads to. */
@Component({
  selector: 'polku-decision-head',
  imports: [PathLine, RouterLink, Tag],
  template: `
    @let it = decision();
    <p class="crumb">
      <a [routerLink]="['/', open.organisation(), 'decisions']">{{ t('decisions.title') }}</a>
      <span aria-hidden="true"> / </span>
      <a [routerLink]="['/', open.organisation(), 'ideas', it.idea.number]">#{{ it.idea.number }}</a>
    </p>
    <p class="kind">{{ t('codes.decision.' + it.kind) }}</p>
    <h1>
      <a [routerLink]="['/', open.organisation(), 'ideas', it.idea.number]">{{ it.idea.title }}</a>
    </h1>
    @if (it.idea.titleNow) {
      <p class="quiet small">{{ t('decision.title-now', { title: it.idea.titleNow }) }}</p>
    }
    <p class="question">{{ t('decision.question.' + it.kind) }}</p>
    <p class="marks">
      @for (mark of marks(); track mark.text) {
        <polku-tag [meaning]="mark.meaning">{{ mark.text }}</polku-tag>
      }
    </p>
    <dl>
      <div>
        <dt>{{ t('decision.who') }}</dt>
        <dd>{{ decider() }}</dd>
      </div>
      @if (it.state !== 'decided') {
        <div>
          <dt>{{ t('decision.until') }}</dt>
          <dd>{{ moments.longDay(it.deadline) }}</dd>
        </div>
        <div>
          <dt>{{ t('decision.yes') }}</dt>
          <dd>{{ t('decision.leads-to', { step: it.toName }) }} {{ t('decisions.explains.' + it.kind) }}</dd>
        </div>
      }
      <div>
        <dt>{{ t('decision.asked') }}</dt>
        <dd>{{ asked() }}</dd>
      </div>
      @if (it.note) {
        <div>
          <dt>{{ t('decisions.note') }}</dt>
          <dd class="note">{{ it.note }}</dd>
        </div>
      }
    </dl>
    @if (stations().length > 0) {
      <polku-path-line class="line" [stations]="stations()" />
    }
  `,
  styleUrl: './decision-head.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionHead {
  private readonly words = injectDecisionWords();
  protected readonly moments = inject(Moments);
  protected readonly open = inject(OpenDecision);
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();

  protected readonly marks = computed(() => this.words.marks(this.decision()));
  protected readonly decider = computed(() => this.words.decider(this.decision()));
  protected readonly asked = computed(() => {
    const { askedBy, askedAt } = this.decision();
    const date = this.moments.day(askedAt);
    return askedBy ? this.t('decisions.asked-by', { name: askedBy.name, date }) : this.t('decisions.asked-on', { date });
  });
  protected readonly stations = computed<readonly PathStation[]>(() =>
    (this.open.idea.value()?.path ?? []).map(({ step, name, state, gate }) => ({ key: step, name, state, gate })),
  );
}
