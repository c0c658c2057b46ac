import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DecisionView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Tag } from '../tag/tag';
import { injectDecisionWords } from './decision-words';

/** Where a decision stands: until when and with whom it waits, or how it ended and why. The heading and actions are given. */
@Component({
  selector: 'polku-decision-card',
  imports: [Tag],
  template: `
    <div class="head">
      <ng-content select="[heading]" />
      @for (mark of marks(); track mark.text) {
        <polku-tag [meaning]="mark.meaning">{{ mark.text }}</polku-tag>
      }
    </div>
    <p class="facts">
      @for (fact of facts(); track $index) {
        <span>{{ fact }}</span>
      }
    </p>
    @if (decision().reason; as reason) {
      <blockquote>{{ reason }}</blockquote>
    } @else if (decision().note; as note) {
      <p class="note">
        <span class="quiet">{{ t('decisions.note') }}:</span> {{ note }}
      </p>
    }
    @if (decision().mustChange; as change) {
      <p class="note">
        <span class="quiet">{{ t('decisions.must-change') }}:</span>
      </p>
      <blockquote>{{ change }}</blockquote>
    }
    <ng-content />
  `,
  styleUrl: './decision-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionCard {
  private readonly moments = inject(Moments);
  private readonly words = injectDecisionWords();
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionView>();

  protected readonly marks = computed(() => this.words.marks(this.decision()));
  protected readonly facts = computed(() => {
    const decision = this.decision();
    const { askedBy, askedAt, decidedAt, state, toName } = decision;
    const asked = this.moments.day(askedAt);
    return [
      this.words.decider(decision),
      decidedAt ? this.t('decisions.decided-on', { date: this.moments.day(decidedAt) }) : '',
      this.words.panel(decision),
      askedBy ? this.t('decisions.asked-by', { name: askedBy.name, date: asked }) : this.t('decisions.asked-on', { date: asked }),
      state === 'decided' ? '' : this.t('decisions.leads-to', { step: toName }),
    ].filter(Boolean);
  });
}
