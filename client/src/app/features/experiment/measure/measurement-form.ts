import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MetricKind, RecordMeasurement } from '#contracts';
import { METRICS } from '#contracts/constants';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { blankMeasured, measuredRules, recordOf } from './measured-entry';
import { MeasuredFields } from './measured-fields';

/** Adds a measurement, as its kind asks for it. Day and group stay for the next one, and the first value has the focus. */
@Component({
  selector: 'polku-measurement-form',
  imports: [FormProblem, FormRoot, MatButton, MeasuredFields],
  template: `
    <form [formRoot]="fields" novalidate (focusout)="rest($event)" [attr.aria-label]="t('experiment.measure.add')">
      <polku-measured-fields [fields]="fields" [kind]="kind()" [unit]="unit()" />
      <polku-form-problem [problem]="problem()" />
      <button mat-stroked-button type="submit" [disabled]="fields().submitting()">
        {{ t(fields().submitting() ? 'experiment.saving' : 'experiment.measure.add') }}
      </button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasurementForm {
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly kind = input.required<MetricKind>();
  readonly unit = input.required<string | null>();
  readonly save = input.required<Save<RecordMeasurement>>();

  protected readonly entry = signal(blankMeasured(this.moments.today()));
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(this.entry, (path) => measuredRules(path, () => this.kind()), {
    submission: {
      action: () => this.send(),
      onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
    },
  });

  /** Left with nothing in it, the form only waits: nothing is said to be missing. */
  protected rest({ currentTarget, relatedTarget }: FocusEvent): void {
    const stays = currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    const entry = this.entry();
    if (!stays && METRICS[this.kind()].values.every((name) => entry[name].trim() === '')) this.fields().reset(entry);
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const problem = await this.save()(recordOf(this.entry(), this.kind()));
    if (problem && problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    if (problem) return undefined;
    const { on, group } = this.entry();
    // The focus first: a field that loses it counts as left, and an empty one would complain at once.
    const first = METRICS[this.kind()].values[0];
    if (first) this.fields[first]().focusBoundControl();
    this.fields().reset(blankMeasured(on, group));
    return undefined;
  }
}
