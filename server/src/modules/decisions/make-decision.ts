import { Injectable } from '@nestjs/common';
import type { DecisionView, MakeDecision as Made, Refusal } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { GuardRefusal } from '../../workflow/index.js';
import { type Idea, MoveIdea, type MoveInput, TrailRepository, withLink } from '../ideas/index.js';
import { isAgainst } from './decision.machine.js';
import { fitsStep, refusalsToDecide, rolesTowardDecision } from './decision.policy.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { HearVerdict } from './hear-verdict.js';
import { OpenDecision } from './open-decision.js';
import { panelFacts } from './panel.js';
import { StandIns } from './stand-ins.js';
import { WatchDecisions } from './watch-decisions.js';

/** The step on which ideas stand that were stopped. */
const STOPPED = 'stopped';

/** Makes a decision: `yes` moves the idea in the same transaction, `adapt` leaves it where it is, `stop` stops it with its lesson. */
@Injectable()
export class MakeDecision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenDecision,
    private readonly verdicts: HearVerdict,
    private readonly trail: TrailRepository,
    private readonly decisions: DecisionsRepository,
    private readonly standIns: StandIns,
    private readonly watch: WatchDecisions,
    private readonly moving: MoveIdea,
    private readonly events: EventLog,
    private readonly views: DecisionViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the decision as it is now. @throws NotFound, Refused by the decision's machine or by the move; nothing is written then. */
  make(actor: Actor, id: string, input: Made): Promise<DecisionView> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, decision, panel } = await this.opening.open(id);
      const away = await this.standIns.hold(decision, actor.organisation.timeZone);
      const now = this.clock.now();
      const verdict = await this.verdicts.of(decision);
      const refusals = refusalsToDecide(decision.state, {
        roles: rolesTowardDecision(decision, actor, away),
        panel: panelFacts(decision, panel, now),
        fitsStep: fitsStep(decision),
        hasSteppedOut: decision.steppedOut.includes(actor.member),
        hasAsked: decision.askedBy === actor.member,
        reason: input.reason,
        outcome: input.outcome,
        mustChange: input.mustChange,
        explanation: input.explanation,
        verdict,
        lesson: input.lesson !== undefined || (await this.trail.withLesson([idea.id])).has(idea.id),
      });
      this.refuse(refusals, actor, idea);
      const againstVerdict = verdict !== null && isAgainst(input.outcome, verdict);
      const written = { reason: input.reason, mustChange: input.mustChange || null, explanation: input.explanation || null };
      // Written before the move: the move's guards then find the yes.
      await this.decisions.update(id, {
        state: 'decided',
        outcome: input.outcome,
        decidedBy: actor.member,
        decidedAt: now,
        verdict,
        againstVerdict,
        ...written,
      });
      await this.watch.stop(id);
      const actingFor = actor.member === decision.deciderId ? {} : { actingFor: decision.deciderId };
      await this.events.record({
        kind: 'decision-made',
        idea,
        member: actor.member,
        data: {
          decision: decision.kind,
          decisionId: id,
          decider: decision.deciderId,
          outcome: input.outcome,
          againstVerdict,
          ...actingFor,
        },
        // What nobody wrote is not said.
        text: Object.fromEntries(Object.entries(written).filter(([, text]) => text !== null)),
      });
      if (input.outcome === 'yes') {
        await this.move(idea, actor, { to: decision.to, reason: input.reason, decision: id });
        await this.decisions.update(id, { usedAt: now });
      }
      if (input.outcome === 'stop') {
        const fields = input.lesson ? { lesson: input.lesson } : undefined;
        await this.move(idea, actor, { to: STOPPED, reason: input.reason, fields, decision: id });
      }
      const made = await this.decisions.find(id);
      if (!made) throw new Error('The decision that was made is gone.');
      return this.views.one(made, actor);
    });
  }

  private async move(idea: Idea, actor: Actor, input: MoveInput): Promise<void> {
    const result = await this.moving.take(idea, { actor, as: ['decision'] }, actor.organisation, input);
    if (result.moved) return;
    // The pathway may have lost the step since the decision was asked for.
    if (result.unknownStep) this.refuse([{ code: 'decision-fits-step', params: {} }], actor, idea);
    throw new Refused(result.refusals);
  }

  private refuse(refusals: readonly GuardRefusal[], actor: Actor, idea: Idea): void {
    const linked = refusals.map((refusal): Refusal => withLink(refusal, actor.organisation.slug, idea.number));
    if (linked.length > 0) throw new Refused(linked);
  }
}
