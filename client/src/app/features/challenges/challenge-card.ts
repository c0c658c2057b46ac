import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ChallengeState, ChallengeView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { RichText } from '../../ui/rich-text/rich-text';
import { Tag, type Meaning } from '../../ui/tag/tag';

const meanings = { open: 'path', coming: 'waiting', closed: 'unclear' } as const satisfies Record<ChallengeState, Meaning>;

/** One challenge: what it asks, until when, who answers for it, how many ideas answer it, and why it is asked. */
@Component({
  selector: 'polku-challenge-card',
  imports: [MatButton, RichText, RouterLink, Tag],
  templateUrl: './challenge-card.html',
  styleUrl: './challenge-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChallengeCard {
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly challenge = input.required<ChallengeView>();
  readonly organisation = input.required<string>();
  readonly mayChange = input(false);
  /** Somebody wants to change it. */
  readonly changing = output();

  protected readonly meaning = computed(() => meanings[this.challenge().state]);
  protected readonly period = computed(() => {
    const { state, opensOn, closesOn } = this.challenge();
    const until = this.moments.day(closesOn);
    if (state === 'coming') return this.t('challenges.opens-on', { date: this.moments.day(opensOn), until });
    return this.t(state === 'open' ? 'challenges.open-until' : 'challenges.closed-on', { date: until });
  });
}
