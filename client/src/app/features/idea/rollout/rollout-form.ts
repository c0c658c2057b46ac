import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormRoot, validateTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { PlanRollout, RolloutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, numberBetween } from '../../../ui/form/text-rules';
import { MemberSearch, type FoundPerson } from '../../../ui/member-search/member-search';
import { entryOf, isHalfEffect, planOf } from './rollout-plan';

const largest = 1_000_000_000_000;

/** Plans a rollout: the unit that takes it over, who answers for it, the effect to expect, the day of follow-up. */
@Component({
  selector: 'polku-rollout-form',
  imports: [Avatar, FormProblem, FormRoot, MatButton, MemberSearch, TextField],
  templateUrl: './rollout-form.html',
  styleUrl: './rollout-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RolloutForm {
  private readonly injector = inject(Injector);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;

  readonly rollout = input.required<RolloutView | null>();
  readonly find = input.required<(q: string) => Promise<readonly FoundPerson[]>>();
  readonly save = input.required<Save<PlanRollout>>();
  readonly leave = output();
  private readonly search = viewChild(MemberSearch);

  protected readonly owner = signal<FoundPerson | null>(null);
  protected readonly choosing = signal(false);
  protected readonly entry = signal(entryOf(null));
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path) => {
      atMost(path.unit, LIMITS.shortText);
      atMost(path.effectUnit, LIMITS.shortText);
      numberBetween(path.value, -largest, largest);
      validateTree(path, ({ value, fieldTreeOf }) => {
        const entry = value();
        if (!isHalfEffect(entry)) return undefined;
        return [
          ...(entry.value.trim() === '' ? [{ kind: 'required', fieldTree: fieldTreeOf(path.value) }] : []),
          ...(entry.effectUnit.trim() === '' ? [{ kind: 'required', fieldTree: fieldTreeOf(path.effectUnit) }] : []),
          ...(entry.by === '' ? [{ kind: 'required', fieldTree: fieldTreeOf(path.by) }] : []),
        ];
      });
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  constructor() {
    let filled = false;
    effect(() => {
      const rollout = this.rollout();
      // Only once: what is typed stays when the rollout changes under it.
      if (filled) return;
      filled = true;
      untracked(() => {
        this.fields().reset(entryOf(rollout));
        this.owner.set(rollout?.owner ?? null);
      });
    });
  }

  protected choose(): void {
    this.choosing.set(true);
    afterNextRender(() => this.search()?.focus(), { injector: this.injector });
  }

  protected pick(person: FoundPerson): void {
    this.owner.set(person);
    this.choosing.set(false);
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const problem = await this.save()(planOf(this.entry(), this.owner()?.id ?? null, this.rollout()));
    if (problem && problem.fields.length > 0) {
      const flat = problem.fields.map((it) => ({
        ...it,
        path: it.path.replace('expectedEffect.unit', 'effectUnit').replace('expectedEffect.', ''),
      }));
      return serverErrors(this.fields, flat);
    }
    this.problem.set(problem);
    return undefined;
  }
}
