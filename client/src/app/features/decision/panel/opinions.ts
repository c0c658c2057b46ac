import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CriterionSummary, DecisionDetail } from '#contracts';
import { SCORES } from '#contracts/constants';
import { injectListing } from '../../../i18n/listing';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { Tag } from '../../../ui/tag/tag';

/** From this distance between the lowest and the highest score on it is said that opinions differ. */
const wide = 3;

interface Opinion {
  readonly name: string;
  readonly score: string;
  readonly note: string | null;
}

/** What the panel thinks, once the scorecards are open: how often each score was given, who gave it and why. */
@Component({
  selector: 'polku-opinions',
  imports: [Tag],
  templateUrl: './opinions.html',
  styleUrl: './opinions.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Opinions {
  private readonly languages = inject(Languages);
  private readonly list = injectListing();
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();

  protected readonly criteria = computed(() =>
    this.decision().criteria.flatMap(({ key, name, weight }) => {
      const summary = this.decision().summary?.find(({ criterion }) => criterion === key);
      if (!summary) return [];
      return [
        {
          key,
          name,
          weight: this.t('decision.scorecard.weight', { weight: this.number(weight) }),
          bins: SCORES.map((score, index) => ({ score, count: summary.counts[index] ?? 0 })),
          said: this.saidOf(summary),
          middle: this.middleOf(summary),
          differ: summary.low !== null && summary.high !== null && summary.high - summary.low >= wide,
          opinions: this.opinionsOn(key),
        },
      ];
    }),
  );
  protected readonly mean = computed(() => {
    const mean = this.decision().weightedMean;
    return mean === null ? '' : this.t('decision.opinions.weighted', { mean: this.number(mean) });
  });

  protected dots(count: number): readonly number[] {
    return Array.from({ length: count }, (_, index) => index);
  }

  private number(value: number): string {
    return new Intl.NumberFormat(this.languages.locale(), { maximumFractionDigits: 1 }).format(value);
  }

  private saidOf({ counts, notApplicable }: CriterionSummary): string {
    const given = SCORES.flatMap((score, index) => {
      const count = counts[index] ?? 0;
      return count === 0 ? [] : [this.t('decision.opinions.gave', { count, score })];
    });
    return this.list([...given, ...(notApplicable > 0 ? [this.t('decision.opinions.not-applicable', { count: notApplicable })] : [])]);
  }

  private middleOf({ mean, low, high, notApplicable }: CriterionSummary): string {
    if (mean === null || low === null || high === null) return this.t('decision.opinions.none');
    // Where all gave the same, the picture says it.
    const spread = low === high ? [] : [this.t('decision.opinions.spread', { low, high, mean: this.number(mean) })];
    const others = notApplicable > 0 ? [this.t('decision.opinions.not-applicable', { count: notApplicable })] : [];
    return [...spread, ...others].join(' · ');
  }

  private opinionsOn(key: string): readonly Opinion[] {
    return (this.decision().scorecards ?? []).flatMap(({ member, scores }) => {
      const said = scores.find(({ criterion }) => criterion === key);
      if (!said) return [];
      const score = said.score === null ? this.t('decision.scorecard.not-applicable') : String(said.score);
      return [{ name: member?.name ?? '–', score, note: said.note }];
    });
  }
}
