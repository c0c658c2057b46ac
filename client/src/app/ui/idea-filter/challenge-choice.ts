import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';

let count = 0;

/** Which challenge the ideas answer: any, none, or one of them. */
@Component({
  selector: 'polku-challenge-choice',
  template: `
    @if (!languages.isComing()) {
      <label [attr.for]="id" class="cdk-visually-hidden">{{ t('challenges.filter.name') }}</label>
      <select #choice class="input" [id]="id" (change)="chosen.emit(choice.value || null)">
        <option value="" [selected]="!challenge()">{{ t('challenges.filter.any') }}</option>
        <option value="none" [selected]="challenge() === 'none'">{{ t('challenges.filter.none') }}</option>
        @for (it of challenges(); track it.id) {
          <option [value]="it.id" [selected]="challenge() === it.id">{{ it.question }}</option>
        }
        @if (other(); as unknown) {
          <option [value]="unknown" selected>{{ t('challenges.filter.other') }}</option>
        }
      </select>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChallengeChoice {
  protected readonly t = injectTranslate();
  protected readonly id = `challenge-choice-${++count}`;
  protected readonly languages = inject(Languages);

  /** The id of a challenge, or `none`. */
  readonly challenge = input<string>();
  readonly challenges = input.required<readonly { readonly id: string; readonly question: string }[]>();
  /** Null: any. */
  readonly chosen = output<string | null>();

  /** One that an address asks for, and that is none of those that can be chosen. */
  protected readonly other = computed(() => {
    const challenge = this.challenge();
    return challenge && challenge !== 'none' && !this.challenges().some(({ id }) => id === challenge) ? challenge : undefined;
  });

  constructor() {
    // Its words come after the first screen.
    this.languages.complete().catch(() => undefined);
  }
}
