import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ExperimentView } from '#contracts';
import { CONFIDENCES, LIMITS } from '#contracts/constants';
import { injectListing } from '../../../i18n/listing';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed, numberBetween } from '../../../ui/form/text-rules';
import { blankCard, entryOf, missingIn, type TestCardEntry } from './test-card';

/** The guided form of a test card: four sentences, then the bounds. Anything but the question may still be missing. */
@Component({
  selector: 'polku-test-card-form',
  imports: [FormField, FormProblem, FormRoot, MatButton, TextField],
  templateUrl: './test-card-form.html',
  styleUrl: './test-card-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestCardForm {
  protected readonly t = injectTranslate();
  private readonly list = injectListing();
  protected readonly limits = LIMITS;
  protected readonly confidences = CONFIDENCES;
  protected readonly directions = ['at-least', 'at-most'] as const;
  protected readonly answers = ['', 'yes', 'no'] as const;

  /** The experiment whose card is edited; without it a new one is planned. */
  readonly experiment = input<ExperimentView>();
  readonly save = input.required<Save<TestCardEntry>>();
  readonly leave = output();

  protected readonly entry = signal<TestCardEntry>(blankCard);
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.title);
      atMost(path.title, LIMITS.title);
      atMost(path.hypothesis, LIMITS.text);
      atMost(path.method, LIMITS.text);
      for (const short of [path.metric, path.group, path.place, path.dataProtectionContact]) atMost(short, LIMITS.shortText);
      for (const long of [path.risks, path.legalBasis, path.participantInformation]) atMost(long, LIMITS.text);
      numberBetween(path.costCap, 0, LIMITS.value);
      numberBetween(path.threshold, 0, 100);
      numberBetween(path.baseline, 0, 100);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );
  protected readonly missing = computed(() => {
    const { startsOn, endsOn } = this.entry();
    if (startsOn !== '' && endsOn !== '' && endsOn < startsOn) return this.t('codes.refusal.period-valid');
    const names = missingIn(this.entry());
    return names.length > 0
      ? this.t('experiments.missing', { fields: this.list(names.map((name) => this.t(`codes.card.${name}`))) })
      : this.t('experiments.complete');
  });

  constructor() {
    let filled = false;
    effect(() => {
      const experiment = this.experiment();
      // Only once: what is typed stays when the experiment changes under it.
      if (!experiment || filled) return;
      filled = true;
      untracked(() => this.fields().reset(entryOf(experiment)));
    });
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const problem = await this.save()(this.entry());
    if (problem && problem.fields.length > 0) {
      const flat = problem.fields.map((it) => ({
        ...it,
        path: it.path.replace(/^card\./, '').replace(/^costCap\.currency$/, 'currency'),
      }));
      return serverErrors(this.fields, flat);
    }
    this.problem.set(problem);
    return undefined;
  }
}
