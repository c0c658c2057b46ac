import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import type { CriterionView, Score } from '#contracts';
import { LIMITS, SCORES } from '#contracts/constants';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import type { DraftedScore, ScoreFault } from './scorecard-draft';

/** A criterion: what the scores mean, one of them, and a note. */
@Component({
  selector: 'polku-criterion-field',
  templateUrl: './criterion-field.html',
  styleUrl: './criterion-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionField {
  private readonly languages = inject(Languages);
  private readonly radios = viewChild.required<ElementRef<HTMLElement>>('radios');
  protected readonly t = injectTranslate();
  protected readonly scores = SCORES;
  protected readonly limit = LIMITS.text;

  readonly criterion = input.required<CriterionView>();
  readonly answer = input.required<DraftedScore>();
  readonly fault = input<ScoreFault | undefined>();
  readonly answered = output<DraftedScore>();

  protected readonly id = computed(() => `criterion-${this.criterion().key}`);
  protected readonly weight = computed(() => {
    const { weight } = this.criterion();
    return this.t('decision.scorecard.weight', { weight: new Intl.NumberFormat(this.languages.locale()).format(weight) });
  });

  /** Goes to what has to be mended. */
  focus(): void {
    const wanted = this.fault() === 'too-long' ? 'textarea' : 'input';
    this.radios().nativeElement.querySelector<HTMLElement>(wanted)?.focus();
  }

  protected score(score: Score | 'not-applicable'): void {
    this.answered.emit({ ...this.answer(), score });
  }

  protected write(note: string): void {
    this.answered.emit({ ...this.answer(), note });
  }
}
