import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { EffectAmendmentView, ExpectedEffectView, MeasuredEffectInput } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { EffectBars } from '../../../ui/effect/effect-bars';
import { resultOf } from '../../../ui/effect/effect-words';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed, numberBetween, numberIn } from '../../../ui/form/text-rules';

const largest = 1_000_000_000_000;

/** Follows a rollout up: how much of the effect was measured, beside what was expected, on which day, and what else was seen. */
@Component({
  selector: 'polku-measured-effect-form',
  imports: [EffectBars, FormProblem, FormRoot, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <h3>{{ t('rollout.follow-up-title') }}</h3>
      <div class="field-row">
        <polku-text-field kind="number" [field]="fields.value" [label]="t('rollout.measured-value')" [hint]="unitHint()" />
        <polku-text-field kind="day" [field]="fields.on" [label]="t('rollout.measured-on')" />
      </div>
      <polku-effect-bars [expected]="expected()" [amendments]="amendments()" [measured]="measured()" />
      <p class="says" role="status">{{ says() }}</p>
      <polku-text-field
        kind="lines"
        [field]="fields.note"
        [label]="t('rollout.measured-note')"
        [hint]="t('rollout.measured-note-hint')"
        [limit]="limit"
      />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-flat-button type="submit" [disabled]="fields().submitting()">{{ t('rollout.follow-up-save') }}</button>
        <button mat-button type="button" (click)="leave.emit()" [disabled]="fields().submitting()">{{ t('rollout.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }

    h3 {
      margin-bottom: var(--s2);
    }

    .says {
      min-height: 22px;
      margin: var(--s2) 0 var(--s3);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasuredEffectForm {
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  readonly expected = input.required<ExpectedEffectView | null>();
  readonly amendments = input.required<readonly EffectAmendmentView[]>();
  readonly save = input.required<Save<MeasuredEffectInput>>();
  readonly leave = output();

  protected readonly entry = signal({ value: '', on: inject(Moments).today(), note: '' });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.value);
      numberBetween(path.value, -largest, largest);
      needed(path.on);
      atMost(path.note, LIMITS.text);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );
  protected readonly unitHint = computed(() => {
    const unit = this.expected()?.unit;
    return unit ? this.t('rollout.measured-unit', { unit }) : '';
  });
  protected readonly measured = computed(() => {
    const { value, on } = this.entry();
    const number = numberIn(value);
    return number === null || Number.isNaN(number) || on === '' ? null : { value: number, on };
  });
  protected readonly says = computed(() => {
    const [expected, measured] = [this.expected(), this.measured()];
    return expected && measured ? this.t(`effects.${resultOf(expected, measured)}-text`) : '';
  });

  constructor() {
    afterNextRender(() => this.fields.value().focusBoundControl(), { injector: inject(Injector) });
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { value, on, note } = this.entry();
    const problem = await this.save()({ value: numberIn(value) ?? 0, on, note: note.trim() || null });
    if (problem && problem.fields.length > 0) {
      return serverErrors(
        this.fields,
        problem.fields.map((it) => ({ ...it, path: it.path.replace('measuredEffect.', '') })),
      );
    }
    this.problem.set(problem);
    return undefined;
  }
}
