import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RecordMeasurement } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed, numberIn, wholeFrom } from '../../../ui/form/text-rules';

interface Entry {
  readonly group: RecordMeasurement['group'];
  readonly on: string;
  readonly successes: string;
  readonly total: string;
  readonly note: string;
}

/** Adds a measurement: of so many observed, how many it worked for. Stays open for the next one. */
@Component({
  selector: 'polku-measurement-form',
  imports: [FormField, FormProblem, FormRoot, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate [attr.aria-label]="t('experiments.add')">
      <div class="field-row">
        <polku-text-field kind="day" [field]="fields.on" [label]="t('experiments.measure-on')" />
        <div class="field">
          <label for="measure-group">{{ t('experiments.measure-group') }}</label>
          <select class="input" id="measure-group" [formField]="fields.group">
            @for (group of groups; track group) {
              <option [value]="group">{{ t('experiments.groups.' + group) }}</option>
            }
          </select>
        </div>
        <polku-text-field kind="number" [field]="fields.successes" [label]="t('experiments.successes')" />
        <polku-text-field kind="number" [field]="fields.total" [label]="t('experiments.total')" />
      </div>
      <polku-text-field [field]="fields.note" [label]="t('experiments.measure-note')" [limit]="limits.shortText" />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-stroked-button type="submit" [disabled]="fields().submitting()">
          {{ fields().submitting() ? t('experiments.adding') : t('experiments.add') }}
        </button>
        <button mat-button type="button" (click)="leave.emit()">{{ t('ui.close') }}</button>
      </div>
    </form>
  `,
  styles: `
    .field-row {
      --field-least: 132px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasurementForm {
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;
  protected readonly groups = ['test', 'comparison'] as const;

  readonly save = input.required<Save<RecordMeasurement>>();
  readonly leave = output();

  protected readonly entry = signal<Entry>({
    group: 'test',
    on: this.moments.today(),
    successes: '',
    total: '',
    note: '',
  });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.on);
      needed(path.successes);
      needed(path.total);
      wholeFrom(path.successes, 0);
      wholeFrom(path.total, 1);
      atMost(path.note, LIMITS.shortText);
      validate(path.successes, ({ value, valueOf }) =>
        (numberIn(value()) ?? 0) > (numberIn(valueOf(path.total)) ?? Number.POSITIVE_INFINITY) ? { kind: 'more-than-total' } : undefined,
      );
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  private async send(): Promise<Faults | undefined> {
    const { group, on, successes, total, note } = this.entry();
    this.problem.set(undefined);
    const problem = await this.save()({
      group,
      on,
      successes: numberIn(successes) ?? 0,
      total: numberIn(total) ?? 0,
      note: note.trim() || null,
    });
    if (problem && problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    if (!problem) {
      // The focus first: a field that loses it counts as left, and an empty one would complain at once.
      this.fields.successes().focusBoundControl();
      this.fields().reset({ ...this.entry(), successes: '', total: '', note: '' });
    }
    return undefined;
  }
}
