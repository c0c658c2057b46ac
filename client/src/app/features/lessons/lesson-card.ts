import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LessonItem, VerdictKind } from '#contracts';
import { Languages } from '../../i18n/languages';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Tag, type Meaning } from '../../ui/tag/tag';

const meanings = { met: 'met', 'not-met': 'lesson', inconclusive: 'unclear', 'no-data': 'unclear' } as const satisfies Record<
  VerdictKind,
  Meaning
>;

/** One lesson: from where it comes, what was observed, what was learned, what follows. One that failed looks like one that worked. */
@Component({
  selector: 'polku-lesson-card',
  imports: [RouterLink, Tag],
  templateUrl: './lesson-card.html',
  styleUrl: './lesson-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonCard {
  private readonly languages = inject(Languages);
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly lesson = input.required<LessonItem>();
  readonly organisation = input.required<string>();

  protected readonly source = computed(() => {
    const { experiment } = this.lesson();
    return experiment
      ? `${this.t('lessons.experiment', { number: experiment.number })}: ${experiment.title}`
      : this.t('lessons.idea-itself');
  });
  protected readonly tags = computed<readonly { readonly meaning: Meaning; readonly text: string }[]>(() => {
    const { experiment } = this.lesson();
    if (!experiment) return [{ meaning: 'lesson', text: this.t('codes.experiment-state.stopped') }];
    const stopped = { meaning: 'lesson', text: this.t('codes.experiment-state.stopped') } as const;
    const verdict = { meaning: meanings[experiment.verdict], text: this.t(`codes.verdict.${experiment.verdict}`) };
    if (experiment.state !== 'stopped') return [verdict];
    // Of one that was stopped before it could find out, that is all there is to say.
    return experiment.verdict === 'met' || experiment.verdict === 'not-met' ? [verdict, stopped] : [stopped];
  });
  protected readonly parts = computed(() => {
    const { observed, learned, therefore } = this.lesson();
    return [
      { name: this.t('codes.name.observed'), text: observed },
      { name: this.t('codes.name.learned'), text: learned },
      { name: this.t('codes.name.therefore'), text: therefore },
    ];
  });
  /** A lesson is written when its experiment ends, or when the idea itself is stopped. */
  protected readonly facts = computed(() => {
    const { by, at, unit, experiment } = this.lesson();
    return [
      by?.name ?? this.t('lessons.by-itself'),
      this.t(`experiment.ended-on.${experiment?.state ?? 'stopped'}`, { date: this.moments.day(at) }),
      unit,
      experiment ? this.t(`codes.metric-kind.${experiment.kind}`) : null,
    ].filter((it): it is string => it !== null);
  });
  protected readonly saved = computed(() => {
    const { saved } = this.lesson();
    if (!saved) return '';
    const digits = Number.isInteger(saved.amount) ? 0 : 2;
    const format = new Intl.NumberFormat(this.languages.locale(), {
      style: 'currency',
      currency: saved.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return this.t('lessons.saved', { amount: format.format(saved.amount) });
  });
}
