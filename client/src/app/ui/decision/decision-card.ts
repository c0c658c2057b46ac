import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DecisionView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Tag, type Meaning } from '../tag/tag';

const meanings = { yes: 'met', adapt: 'unclear', stop: 'lesson' } as const satisfies Record<string, Meaning>;

/** Where a decision stands: until when and with whom it waits, or how it ended and why. The heading and actions are given. */
@Component({
  selector: 'polku-decision-card',
  imports: [Tag],
  template: `
    <div class="head">
      <ng-content select="[heading]" />
      @if (tag(); as it) {
        <polku-tag [meaning]="it.meaning">{{ it.text }}</polku-tag>
      }
    </div>
    <p class="facts">
      @for (fact of facts(); track $index) {
        <span>{{ fact }}</span>
      }
    </p>
    @if (decision().note; as note) {
      <p class="note">
        <span class="quiet">{{ t('decisions.note') }}:</span> {{ note }}
      </p>
    }
    @if (decision().reason; as reason) {
      <blockquote>{{ reason }}</blockquote>
    }
    <ng-content />
  `,
  styleUrl: './decision-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionCard {
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionView>();

  protected readonly tag = computed((): { readonly text: string; readonly meaning: Meaning } | null => {
    const { outcome, state, deadline, overdue } = this.decision();
    if (outcome) return { text: this.t(`codes.outcome.${outcome}`), meaning: meanings[outcome] };
    if (state === 'decided') return null;
    const date = this.moments.day(deadline);
    return overdue
      ? { text: this.t('decisions.overdue', { date }), meaning: 'late' }
      : { text: this.t('decisions.by', { date }), meaning: 'waiting' };
  });

  protected readonly facts = computed(() => {
    const { askedBy, askedAt, decider, decidedAt, state, toName } = this.decision();
    const asked = this.moments.day(askedAt);
    return [
      decider ? this.t('decisions.decider', { name: decider.name }) : this.t('decisions.decider-none'),
      decidedAt ? this.t('decisions.decided-on', { date: this.moments.day(decidedAt) }) : '',
      askedBy ? this.t('decisions.asked-by', { name: askedBy.name, date: asked }) : this.t('decisions.asked-on', { date: asked }),
      state === 'decided' ? '' : this.t('decisions.leads-to', { step: toName }),
    ].filter(Boolean);
  });
}
