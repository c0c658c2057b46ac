import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MeasuredEffectInput, MoveRollout, PlanRollout, RolloutState, RolloutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { MembersApi } from '../../../api/members-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save } from '../../../ui/form/form-problem';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import type { FoundPerson } from '../../../ui/member-search/member-search';
import { Messages } from '../../../ui/messages/messages';
import { Refusals } from '../../../ui/refusals/refusals';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { Tag, type Meaning } from '../../../ui/tag/tag';
import { OpenIdea } from '../open-idea';
import { MeasuredEffectForm } from './measured-effect-form';
import { RolloutForm } from './rollout-form';

type RolloutMove = RolloutView['availableTransitions'][number];

const meanings = {
  planned: 'unclear',
  'under-way': 'path',
  'in-use': 'met',
  'followed-up': 'met',
  withdrawn: 'lesson',
} as const satisfies Record<RolloutState, Meaning>;

/** The rollout of the idea: its plan, and how far it is. */
@Component({
  selector: 'polku-idea-rollout',
  imports: [ErrorState, FormProblem, FormRoot, MatButton, MeasuredEffectForm, Refusals, RolloutForm, Skeleton, Tag, TextField],
  templateUrl: './idea-rollout.html',
  styleUrl: './idea-rollout.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaRollout {
  private readonly api = inject(RolloutsApi);
  private readonly members = inject(MembersApi);
  private readonly messages = inject(Messages);
  private readonly moments = inject(Moments);
  private readonly languages = inject(Languages);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  protected readonly rollout = computed(() => this.open.rollout.value() ?? null);
  protected readonly mayPlan = computed(() => {
    const idea = this.open.idea.value();
    return this.rollout() === null && idea !== undefined && idea.mayEdit && (idea.step === 'scale' || idea.step === 'in-use');
  });
  protected readonly editing = signal(false);
  protected readonly asking = signal<RolloutMove | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly reason = signal({ text: '' });
  protected readonly reasonFields = form(
    this.reason,
    (path) => {
      needed(path.text);
      atMost(path.text, LIMITS.text);
    },
    { submission: { action: () => this.sendReason(), onInvalid: () => this.reasonFields.text().focusBoundControl() } },
  );
  protected readonly meaning = computed<Meaning>(() => meanings[this.rollout()?.state ?? 'planned']);
  protected readonly offered = computed(() =>
    [...(this.rollout()?.availableTransitions ?? [])].sort((a, b) => Number(a.to === 'withdrawn') - Number(b.to === 'withdrawn')),
  );
  protected readonly maySteer = computed(() => this.offered().some((move) => move.refusals.every((it) => it.code !== 'role-in')));
  protected readonly obstacles = computed(() => this.offered().find((it) => it.to !== 'withdrawn')?.refusals ?? []);
  protected readonly facts = computed(() => {
    const rollout = this.rollout();
    if (!rollout) return [];
    const { unit, owner, expectedEffect, followUpOn } = rollout;
    const measured = this.measuredText(rollout);
    return [
      { name: this.t('rollout.unit'), text: unit },
      { name: this.t('rollout.owner'), text: owner?.name ?? null },
      { name: this.t('rollout.effect'), text: expectedEffect ? this.effectText(expectedEffect) : null },
      { name: this.t('rollout.follow-up-on'), text: followUpOn ? this.moments.day(followUpOn) : null },
      ...(measured === null ? [] : [{ name: this.t('rollout.measured'), text: measured }]),
    ];
  });

  protected readonly findMembers = async (q: string): Promise<readonly FoundPerson[]> =>
    (await this.members.list(this.open.organisation(), { q, limit: 20 })).items;

  protected readonly save: Save<PlanRollout> = (input) =>
    this.work(this.rollout() ? 'rollout-edited' : 'rollout-planned', async () => {
      this.open.rollout.set(await this.api.plan(this.open.organisation(), this.open.number(), input));
      this.editing.set(false);
      this.messages.say(this.t('rollout.saved'));
    });

  protected readonly expected = computed(() => {
    const effect = this.rollout()?.expectedEffect;
    return effect ? this.t('rollout.measured-hint', { effect: this.effectText(effect) }) : '';
  });

  protected readonly followUp: Save<MeasuredEffectInput> = async (measuredEffect) => {
    const move = this.asking();
    return move ? this.take(move, { measuredEffect }) : undefined;
  };

  protected async choose(move: RolloutMove): Promise<void> {
    if (move.asks.length > 0) {
      this.reasonFields().reset({ text: '' });
      this.asking.set(move);
    } else this.problem.set(await this.take(move));
  }

  private async sendReason(): Promise<undefined> {
    const move = this.asking();
    if (move) this.problem.set(await this.take(move, { reason: this.reason().text.trim() }));
    return undefined;
  }

  private take(move: RolloutMove, more: Pick<MoveRollout, 'reason' | 'measuredEffect'> = {}): Promise<ProblemError | undefined> {
    return this.work('rollout-moved', async () => {
      const version = this.rollout()?.version ?? 0;
      const moved = await this.api.move(this.open.organisation(), this.open.number(), { to: move.to, version, ...more });
      this.open.rollout.set(moved);
      this.asking.set(null);
      this.messages.say(this.t('rollout.moved', { state: this.t(`codes.rollout-state.${moved.state}`) }));
    });
  }

  private async work(kind: 'rollout-planned' | 'rollout-edited' | 'rollout-moved', act: () => Promise<void>) {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await act();
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      this.busy.set(false);
      void this.open.refresh(kind);
    }
  }

  private effectText({ value, unit, by, direction }: NonNullable<RolloutView['expectedEffect']>): string {
    // A hyphen ends a name in ICU message syntax.
    const side = direction.replace('-', '_');
    return this.t('rollout.effect-text', { direction: side, value: this.number(value), unit, date: this.moments.day(by) });
  }

  private measuredText({ measuredEffect, effectReached, expectedEffect }: RolloutView): string | null {
    if (!measuredEffect) return null;
    const { value, on, note } = measuredEffect;
    const reached = effectReached === true ? 'yes' : 'no';
    const words = { value: this.number(value), unit: expectedEffect?.unit ?? '', date: this.moments.day(on), reached };
    return [this.t('rollout.measured-text', words), note].filter(Boolean).join('. ');
  }

  private number(value: number): string {
    return new Intl.NumberFormat(this.languages.locale()).format(value);
  }
}
