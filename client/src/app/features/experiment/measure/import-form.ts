import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { MeasurementFault, MeasurementsImport } from '#contracts';
import { LIMITS, METRICS } from '#contracts/constants';
import { ExperimentsApi } from '../../../api/experiments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { FileButton } from '../../../ui/file-button/file-button';
import { FormProblem } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { OpenExperiment } from '../open-experiment';
import { pastedRows } from './pasted-table';

/** How long somebody stops writing before the text is looked through, in milliseconds. */
export const READING_PAUSE = 500;
/** How many rows without a fault are shown. */
const FIRST_ROWS = 6;
const FAULTY_ROWS = 20;

/** Many measurements at once, pasted from a spreadsheet or from a CSV file; looked through before anything is recorded. */
@Component({
  selector: 'polku-import-form',
  imports: [FileButton, FormProblem, MatButton],
  templateUrl: './import-form.html',
  styleUrl: './import-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportForm {
  private readonly api = inject(ExperimentsApi);
  private readonly open = inject(OpenExperiment);
  private readonly messages = inject(Messages);
  private readonly languages = inject(Languages);
  private readonly entry = viewChild.required<ElementRef<HTMLTextAreaElement>>('entry');
  protected readonly t = injectTranslate();

  readonly leave = output();

  protected readonly text = signal('');
  /** The name of the file from which the text comes. */
  protected readonly file = signal('');
  protected readonly result = signal<MeasurementsImport | undefined>(undefined);
  protected readonly reading = signal(false);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly tooLong = computed(() => this.text().length > LIMITS.measurementText);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  /** An example with the columns that the kind of the experiment needs. */
  protected readonly example = computed(() => {
    const { kind } = this.open.experiment.value()?.card ?? {};
    const values = METRICS[kind ?? 'proportion'].values;
    const sample = { successes: '17', total: '20', value: '4.2', before: '5.1', count: '3', exposure: '14' };
    const groups = METRICS[kind ?? 'proportion'].comparison === 'counts' ? ['group'] : [];
    const names = ['on', ...groups, ...values, 'note'];
    const row = ['2026-03-31', ...groups.map(() => 'test'), ...values.map((it) => sample[it]), ''];
    return `${names.join(';')}\n${row.join(';')}`;
  });
  private readonly rows = computed(() => pastedRows(this.text()));
  protected readonly header = computed(() => this.rows()[0]?.cells ?? []);
  /** The first rows, and those with faults, each cell with what is wrong with it. */
  protected readonly preview = computed(() => {
    const faults = this.result()?.errors ?? [];
    const isWrong = (row: number): boolean => faults.some((it) => it.row === row);
    const [, ...body] = this.rows();
    const wrong = body.filter(({ row }) => isWrong(row)).slice(0, FAULTY_ROWS);
    const shown = new Set([...body.slice(0, FIRST_ROWS), ...wrong]);
    return body
      .filter((it) => shown.has(it))
      .map(({ row, cells }) => ({
        row,
        cells: this.header().map((column, index) => ({
          text: cells[index] ?? '',
          fault: faults.find((it) => it.row === row && it.column === column),
        })),
      }));
  });
  protected readonly faults = computed(() => (this.result()?.errors ?? []).map((it) => this.words(it)));
  /** Nothing in the first row is the name of a column: it is most likely missing, which is better said once than for each cell. */
  protected readonly lacksHeader = computed(() => {
    const first = this.rows()[0];
    const ofFirst = (this.result()?.errors ?? []).filter(({ row }) => row === first?.row);
    const named = first?.cells.filter((it) => it !== '').length ?? 0;
    return named > 0 && ofFirst.filter(({ code }) => code === 'unknown-field').length === named;
  });
  protected readonly more = computed(() => Math.max(0, (this.result()?.errorCount ?? 0) - this.faults().length));
  protected readonly ready = computed(() => {
    const result = this.result();
    return result && result.errorCount === 0 && result.total > 0 ? result.total : 0;
  });

  constructor() {
    afterNextRender(() => this.entry().nativeElement.focus());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected write(text: string): void {
    this.file.set('');
    this.text.set(text);
    this.result.set(undefined);
    this.problem.set(undefined);
    clearTimeout(this.timer);
    this.turn++;
    if (text.trim() === '' || this.tooLong()) {
      this.reading.set(false);
      return;
    }
    this.reading.set(true);
    this.timer = setTimeout(() => void this.look(), READING_PAUSE);
  }

  protected async take(file: File): Promise<void> {
    this.write(await file.text());
    this.file.set(file.name);
  }

  protected async record(): Promise<void> {
    this.saving.set(true);
    this.problem.set(undefined);
    const count = this.ready();
    try {
      const result = await this.api.import(this.open.organisation(), this.open.id(), { text: this.text() });
      if (result.experiment) {
        this.open.experiment.set(result.experiment);
        this.messages.say(this.t('experiment.import.done', { count }));
        this.leave.emit();
      } else this.result.set(result);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.saving.set(false);
    }
  }

  private async look(): Promise<void> {
    const mine = this.turn;
    try {
      const result = await this.api.import(this.open.organisation(), this.open.id(), { text: this.text(), dryRun: true });
      if (mine === this.turn) this.result.set(result);
    } catch (error) {
      if (mine === this.turn) this.problem.set(asProblem(error));
    } finally {
      if (mine === this.turn) this.reading.set(false);
    }
  }

  private words({ row, column, code }: MeasurementFault): string {
    const says = this.t(`codes.field.${code}`);
    const number = new Intl.NumberFormat(this.languages.locale()).format(row ?? 0);
    if (row === null) return says;
    return column === null
      ? this.t('experiment.import.fault-row', { row: number, says })
      : this.t('experiment.import.fault', { row: number, column, says });
  }
}
