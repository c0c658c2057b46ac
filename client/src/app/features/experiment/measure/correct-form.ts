import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { apply, applyWhenValue, form, FormField, FormRoot, schema, type SchemaPathTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CorrectMeasurement, MeasurementView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import type { Meant } from '../../../ui/verdict/metric-numbers';
import { decimalSign } from '../plan/card-entry';
import { blankMeasured, measuredEntryOf, measuredRules, recordOf, type MeasuredEntry } from './measured-entry';
import { MeasuredFields } from './measured-fields';
import { injectMeasuredWords } from './measured-words';

interface Correction {
  readonly withdrawn: boolean;
  readonly reason: string;
  readonly measured: MeasuredEntry;
}

/** Corrects a measurement or takes it out of the count; what stood there before stays readable. */
@Component({
  selector: 'polku-correct-form',
  imports: [FormField, FormProblem, FormRoot, MatButton, MeasuredFields, TextField],
  template: `
    <form [formRoot]="fields" novalidate class="sheet">
      <h3 #place tabindex="-1">{{ heading() }}</h3>
      <p class="quiet small">{{ t('experiment.correct.text') }}</p>
      <label class="check">
        <input type="checkbox" [formField]="fields.withdrawn" />
        <span>{{ t('experiment.correct.withdraw') }}</span>
      </label>
      @if (!entry().withdrawn) {
        <polku-measured-fields [fields]="fields.measured" [kind]="meant().kind" [unit]="meant().unit" />
      }
      <polku-text-field kind="lines" [field]="fields.reason" [label]="t('codes.name.reason')" [limit]="limit" />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-stroked-button type="submit" [disabled]="fields().submitting()">
          {{ t(entry().withdrawn ? 'experiment.correct.do-withdraw' : 'experiment.correct.do') }}
        </button>
        <button mat-button type="button" (click)="leave.emit()" [disabled]="fields().submitting()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    .sheet {
      margin-top: var(--s3);
      padding: var(--s4);
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }

    h3 {
      margin-bottom: 2px;
    }

    .check {
      display: flex;
      gap: 10px;
      align-items: baseline;
      margin: var(--s3) 0;
      cursor: pointer;

      input {
        flex: none;
        width: 18px;
        height: 18px;
        accent-color: var(--path);
        transform: translateY(3px);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectForm {
  private readonly languages = inject(Languages);
  private readonly moments = inject(Moments);
  private readonly words = injectMeasuredWords();
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  readonly measurement = input.required<MeasurementView>();
  readonly meant = input.required<Meant>();
  readonly save = input.required<Save<CorrectMeasurement>>();
  readonly leave = output();

  protected readonly entry = signal<Correction>({ withdrawn: false, reason: '', measured: blankMeasured('') });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly heading = computed(() => {
    const measurement = this.measurement();
    return this.t('experiment.correct.title', {
      day: this.moments.day(measurement.on),
      values: this.words.values(measurement, this.meant()),
    });
  });
  protected readonly fields = form(
    this.entry,
    (path: SchemaPathTree<Correction>) => {
      needed(path.reason);
      atMost(path.reason, LIMITS.text);
      applyWhenValue(
        path,
        ({ withdrawn }) => !withdrawn,
        (it) =>
          apply(
            it.measured,
            schema<MeasuredEntry>((measured) => measuredRules(measured, () => this.meant().kind)),
          ),
      );
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  constructor() {
    effect(() => {
      const measurement = this.measurement();
      // Not when the language changes: what was typed by then would be gone.
      untracked(() => {
        const measured = measuredEntryOf(measurement, decimalSign(this.languages.locale()));
        this.fields().reset({ withdrawn: false, reason: '', measured });
      });
    });
    afterNextRender(() => {
      this.place().nativeElement.scrollIntoView({ block: 'nearest' });
      this.place().nativeElement.focus({ preventScroll: true });
    });
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { withdrawn, reason, measured } = this.entry();
    const said = { reason: reason.trim() };
    const problem = await this.save()(withdrawn ? { ...said, withdrawn: true } : { ...said, ...recordOf(measured, this.meant().kind) });
    if (problem && problem.fields.length > 0) {
      const named = problem.fields.map((it) => (it.path === 'reason' ? it : { ...it, path: `measured.${it.path}` }));
      return serverErrors(this.fields, named);
    }
    this.problem.set(problem);
    return undefined;
  }
}
