import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MeasuredEffectInput, MoveRollout, RolloutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { MembersApi } from '../../../api/members-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { EffectBars } from '../../../ui/effect/effect-bars';
import { FormProblem, type Save } from '../../../ui/form/form-problem';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import type { FoundPerson } from '../../../ui/member-search/member-search';
import { Messages } from '../../../ui/messages/messages';
import { Refusals } from '../../../ui/refusals/refusals';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { Tag } from '../../../ui/tag/tag';
import { OpenIdea } from '../open-idea';
import { KeptPlans } from './kept-plans';
import { MeasuredEffectForm } from './measured-effect-form';
import { MilestoneList } from './milestone-list';
import { PlanWriter } from './plan-writer';
import { RolloutForm } from './rollout-form';
import { RolloutLine } from './rollout-line';
import { nextStepOf, type RolloutMove } from './rollout-next';

/** The rollout of the idea: how far it is, its plan, its milestones, and what came of it. */
@Component({
  selector: 'polku-idea-rollout',
  imports: [
    EffectBars,
    ErrorState,
    FormProblem,
    FormRoot,
    MatButton,
    MeasuredEffectForm,
    MilestoneList,
    Refusals,
    RolloutForm,
    RolloutLine,
    Skeleton,
    Tag,
    TextField,
  ],
  providers: [KeptPlans, PlanWriter],
  templateUrl: './idea-rollout.html',
  styleUrl: './idea-rollout.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaRollout {
  private readonly api = inject(RolloutsApi);
  private readonly members = inject(MembersApi);
  private readonly messages = inject(Messages);
  private readonly kept = inject(KeptPlans);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly question = viewChild<ElementRef<HTMLElement>>('question');
  protected readonly moments = inject(Moments);
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
  /** Into use although milestones are open: asked once, not refused. */
  protected readonly confirming = signal<RolloutMove | null>(null);
  protected readonly openMilestones = computed(() => this.rollout()?.milestones.filter((it) => it.doneOn === null).length ?? 0);
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
  /** What comes next, for this person; undefined while there is nothing for them to do. */
  protected readonly next = computed(() => {
    const rollout = this.rollout();
    return rollout ? nextStepOf(rollout, this.moments.today()) : undefined;
  });
  protected readonly due = computed(() => this.rollout()?.state === 'in-use' && (this.next()?.filled ?? this.rollout()?.overdue));
  protected readonly withdrawal = computed(() => {
    if (this.rollout()?.state !== 'withdrawn') return null;
    return this.open.history.items().find((it) => it.kind === 'rollout-moved' && it.to === 'withdrawn') ?? null;
  });
  protected readonly facts = computed(() => {
    const rollout = this.rollout();
    if (!rollout) return [];
    return [
      { name: this.t('rollout.unit'), text: rollout.unit },
      { name: this.t('rollout.owner'), text: rollout.owner?.name ?? null },
      { name: this.t('rollout.follow-up-on'), text: rollout.followUpOn ? this.moments.day(rollout.followUpOn) : null },
    ];
  });
  protected readonly waits = computed(() => {
    const { state, followUpOn } = this.rollout() ?? {};
    return state === 'in-use' && followUpOn && followUpOn >= this.moments.today()
      ? this.t('effects.measured-on', { date: this.moments.day(followUpOn) })
      : '';
  });

  constructor() {
    // A plan that was being written before the page was left is there again.
    let resumed = false;
    effect(() => {
      const waits = this.open.rollout.pending() || this.open.idea.pending();
      const may = this.rollout()?.mayEdit ?? this.mayPlan();
      if (waits || resumed) return;
      resumed = true;
      if (may) untracked(() => this.editing.set(this.kept.find() !== null));
    });
  }

  protected readonly findMembers = async (q: string): Promise<readonly FoundPerson[]> =>
    (await this.members.list(this.open.organisation(), { q, limit: 20 })).items;

  protected leaveForm(): void {
    this.editing.set(false);
    this.focusHeading();
  }

  protected leaveMove(): void {
    this.asking.set(null);
    this.confirming.set(null);
    this.focusHeading();
  }

  protected wasSaved(): void {
    this.leaveForm();
    this.messages.say(this.t('rollout.saved'));
  }

  protected readonly followUp: Save<MeasuredEffectInput> = async (measuredEffect) => {
    const move = this.asking();
    return move ? this.take(move, { measuredEffect }) : undefined;
  };

  protected async choose(move: RolloutMove): Promise<void> {
    if (move.to === 'in-use' && this.openMilestones() > 0 && !this.confirming()) {
      this.confirming.set(move);
      afterNextRender(() => this.question()?.nativeElement.focus(), { injector: this.injector });
    } else if (move.asks.length > 0) {
      this.problem.set(undefined);
      this.reasonFields().reset({ text: '' });
      this.asking.set(move);
    } else this.problem.set(await this.take(move));
  }

  // The form that had the focus is gone.
  private focusHeading(): void {
    afterNextRender(() => this.heading()?.nativeElement.focus({ preventScroll: true }), { injector: this.injector });
  }

  private async sendReason(): Promise<undefined> {
    const move = this.asking();
    if (move) this.problem.set(await this.take(move, { reason: this.reason().text.trim() }));
    return undefined;
  }

  private async take(move: RolloutMove, more: Pick<MoveRollout, 'reason' | 'measuredEffect'> = {}): Promise<ProblemError | undefined> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const version = this.rollout()?.version ?? 0;
      const moved: RolloutView = await this.api.move(this.open.organisation(), this.open.number(), { to: move.to, version, ...more });
      this.open.rollout.set(moved);
      this.leaveMove();
      this.messages.say(this.t('rollout.moved', { state: this.t(`codes.rollout-state.${moved.state}`) }));
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      this.busy.set(false);
      void this.open.refresh('rollout-moved');
    }
  }
}
