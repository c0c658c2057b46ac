import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, validate, validateTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RolloutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, numberBetween } from '../../../ui/form/text-rules';
import { MemberSearch, type FoundPerson } from '../../../ui/member-search/member-search';
import { TextConflict } from '../facts/text-conflict';
import { KeptPlans } from './kept-plans';
import { injectPlanWords } from './plan-words';
import { PlanWriter } from './plan-writer';
import { differences, entryOf, isHalfEffect, mergePlans, planIn, planOf, withParts, type Plan, type PlanPart } from './rollout-plan';

const promised: ReadonlySet<PlanPart> = new Set(['expectedEffect', 'followUpOn', 'unit']);

const largest = 1_000_000_000_000;

/**
 * Plans a rollout: the unit that takes it over, who answers for it, the effect to expect, the day of follow-up. Nothing typed is lost when
 * others write too, or when the page is left.
 */
@Component({
  selector: 'polku-rollout-form',
  imports: [Avatar, FormField, FormProblem, FormRoot, MatButton, MemberSearch, TextConflict, TextField],
  templateUrl: './rollout-form.html',
  styleUrl: './rollout-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RolloutForm {
  private readonly injector = inject(Injector);
  private readonly writer = inject(PlanWriter);
  private readonly kept = inject(KeptPlans);
  private readonly words = injectPlanWords();
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;
  protected readonly directions = ['at-least', 'at-most'] as const;

  readonly rollout = input.required<RolloutView | null>();
  readonly find = input.required<(q: string) => Promise<readonly FoundPerson[]>>();
  readonly saved = output();
  readonly leave = output();
  private readonly search = viewChild(MemberSearch);

  private readonly began = signal<Plan>(planIn(null));
  protected readonly owner = signal<FoundPerson | null>(null);
  protected readonly choosing = signal(false);
  protected readonly found = signal(false);
  protected readonly entry = signal(entryOf(null));
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  /** What somebody else wrote meanwhile into parts that were written here too; the person chooses. */
  protected readonly theirs = signal<{ readonly plan: Plan; readonly parts: readonly PlanPart[] } | null>(null);
  private readonly mine = computed(() => planOf(this.entry(), this.owner()?.id ?? null, this.began()));
  /** Whether what is written here changes what a rollout that has begun promises. */
  protected readonly amends = computed(
    () => this.rollout()?.effectLocked === true && differences(this.began(), this.mine()).some((part) => promised.has(part)),
  );
  protected readonly conflict = computed(() => {
    const theirs = this.theirs();
    if (!theirs) return null;
    const rollout = this.rollout();
    return {
      yours: this.words(theirs.parts, this.mine(), this.owner()),
      theirs: this.words(theirs.parts, theirs.plan, rollout?.owner ?? null),
    };
  });
  protected readonly fields = form(
    this.entry,
    (path) => {
      atMost(path.unit, LIMITS.shortText);
      atMost(path.effectUnit, LIMITS.shortText);
      atMost(path.reason, LIMITS.text);
      numberBetween(path.value, -largest, largest);
      validate(path.reason, ({ value }) => (this.amends() && value().trim() === '' ? { kind: 'required' } : undefined));
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
    const filled = signal(false);
    effect(() => {
      const rollout = this.rollout();
      // Only once: what is typed stays when the rollout changes under it.
      if (untracked(filled)) return;
      untracked(() => this.fill(rollout));
      filled.set(true);
    });
    effect(() => {
      const typed = { began: this.began(), entry: this.entry(), owner: this.owner() };
      if (!filled()) return;
      untracked(() => {
        if (differences(typed.began, this.mine()).length > 0 || isHalfEffect(typed.entry)) this.kept.keep(typed);
        else this.kept.drop();
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

  protected cancel(): void {
    this.kept.drop();
    this.leave.emit();
  }

  /** Writes what is here over what somebody else wrote into the same parts. */
  protected async keepMine(): Promise<void> {
    this.settle('mine');
    await this.send();
  }

  /** Takes what somebody else wrote into the same parts; what was written here elsewhere stays. */
  protected takeTheirs(): void {
    this.settle('theirs');
  }

  private fill(rollout: RolloutView | null): void {
    const kept = this.kept.find();
    this.began.set(kept?.began ?? planIn(rollout));
    this.owner.set(kept ? kept.owner : (rollout?.owner ?? null));
    this.fields().reset(kept?.entry ?? entryOf(planIn(rollout)));
    this.found.set(kept !== null);
  }

  private settle(whose: 'mine' | 'theirs'): void {
    const theirs = this.theirs();
    if (!theirs) return;
    const { plan } = mergePlans(this.began(), this.mine(), theirs.plan);
    const settled = whose === 'mine' ? plan : withParts(plan, theirs.parts, theirs.plan);
    if (settled.owner !== this.owner()?.id) this.owner.set(this.rollout()?.owner ?? null);
    this.began.set(theirs.plan);
    this.fields().reset({ ...entryOf(settled), reason: this.entry().reason });
    this.theirs.set(null);
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    this.theirs.set(null);
    let apart = false;
    const problem = await this.writer.change(
      (now) => {
        const { plan, conflicts } = mergePlans(this.began(), this.mine(), now);
        apart = conflicts.length > 0;
        if (apart) this.theirs.set({ plan: now, parts: conflicts });
        return apart ? null : plan;
      },
      this.amends() ? this.entry().reason.trim() : undefined,
    );
    if (problem && problem.fields.length > 0) {
      const flat = problem.fields.map((it) => ({
        ...it,
        path: it.path.replace('expectedEffect.unit', 'effectUnit').replace('expectedEffect.', ''),
      }));
      return serverErrors(this.fields, flat);
    }
    this.problem.set(problem);
    if (problem || apart) return undefined;
    this.kept.drop();
    this.saved.emit();
    return undefined;
  }
}
