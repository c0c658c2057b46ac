import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Group, MeasurementView } from '#contracts';
import { GROUPS, METRICS } from '#contracts/constants';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Tag } from '../../../ui/tag/tag';
import { injectMetricNumbers, type Meant } from '../../../ui/verdict/metric-numbers';
import { injectMeasuredWords } from './measured-words';

/** How many rows are shown before somebody asks for all. */
const FIRST_ROWS = 40;

/** What was measured, day by day and the groups apart; what was corrected or withdrawn says what stood there before. */
@Component({
  selector: 'polku-measurement-table',
  imports: [MatButton, Tag],
  templateUrl: './measurement-table.html',
  styleUrl: './measurement-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasurementTable {
  private readonly moments = inject(Moments);
  private readonly words = injectMeasuredWords();
  private readonly numbers = injectMetricNumbers();
  protected readonly t = injectTranslate();

  readonly measurements = input.required<readonly MeasurementView[]>();
  readonly meant = input.required<Meant>();
  readonly mayCorrect = input.required<boolean>();
  readonly correct = output<MeasurementView>();

  private readonly all = signal(false);
  protected readonly columns = computed(() => {
    const { kind, unit } = this.meant();
    return METRICS[kind].values.map((name) => ({ name, words: this.words.name(name, kind, unit) }));
  });
  protected readonly resultName = computed(() => this.words.resultName(this.meant().kind));
  protected readonly hidden = computed(() => (this.all() ? 0 : Math.max(0, this.measurements().length - FIRST_ROWS)));
  /** Each group with its rows; a group that was never measured is left out. */
  protected readonly tables = computed(() => {
    const shown = this.measurements().slice(this.hidden());
    const compares = METRICS[this.meant().kind].comparison !== 'none' && shown.some((it) => it.group === 'comparison');
    return GROUPS.map((group) => ({
      group,
      title: compares ? this.t(`experiment.measure.group.${group}`) : '',
      rows: shown.filter((it) => it.group === group).map((it) => this.row(it)),
    })).filter(({ rows }) => rows.length > 0);
  });

  protected showAll(): void {
    this.all.set(true);
  }

  protected nameOf(group: Group): string {
    return `${this.t('experiment.measure.title')}: ${this.t(`experiment.groups.${group}`)}`;
  }

  private row(measurement: MeasurementView) {
    const { id, on, note, by, withdrawn, corrections } = measurement;
    const meant = this.meant();
    const day = this.moments.day(on);
    return {
      id,
      measurement,
      day,
      note,
      withdrawn,
      by: by?.name ?? '',
      values: METRICS[meant.kind].values.map((name) => this.numbers.plain(measurement[name] ?? 0)),
      result: this.words.result(measurement, meant),
      said: `${day}, ${this.words.values(measurement, meant)}`,
      corrections: corrections.map((it) => {
        const from = `${this.moments.day(it.before.on)}, ${this.words.values(it.before, meant)}`;
        const said = { from, name: it.by?.name ?? '–', date: this.moments.dayAndTime(it.at), reason: it.reason };
        return this.t(it.after ? 'experiment.measure.was-corrected' : 'experiment.measure.was-withdrawn', said);
      }),
    };
  }
}
