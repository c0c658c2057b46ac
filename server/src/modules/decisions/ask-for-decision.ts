import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { AskDecision, DecisionView } from '#contracts';
import { Clock, endOfDay } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type ActorRole, available, type GuardRefusal } from '../../workflow/index.js';
import { type Idea, IdeaKnowledgeGatherer, IdeasRepository, withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PATHWAY_GUARDS, PathwaysRepository } from '../pathways/index.js';
import type { Decision } from './decision.entity.js';
import { mayBeDecider, refusalsToAsk, rolesTowardDeciding } from './decision.policy.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { WatchDecisions } from './watch-decisions.js';

/** Asks a named decider for the decision that leads on from where an idea stands, by a deadline. */
@Injectable()
export class AskForDecision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly gatherer: IdeaKnowledgeGatherer,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly watch: WatchDecisions,
    private readonly views: DecisionViews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Invalid for a decider or deadline that cannot be, Refused with what is missing. */
  ask(actor: Actor, number: number, input: AskDecision): Promise<DecisionView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      const deadline = this.deadlineOf(input, actor);
      const decider = await this.deciderOf(idea, input.decider);
      const { to, refusals } = await this.check(idea, actor, input, decider);
      if (refusals.length > 0 || to === null) throw new Refused(refusals.map((it) => withLink(it, actor.organisation.slug, number)));
      const decision: Decision = {
        id: uuid(),
        organisationId: actor.organisation.id,
        ideaId: idea.id,
        kind: input.kind,
        state: 'requested',
        from: idea.step,
        to,
        deciderId: input.decider,
        askedBy: actor.member,
        askedAt: this.clock.now(),
        deadline,
        note: input.note || null,
        outcome: null,
        decidedBy: null,
        reason: null,
        decidedAt: null,
        usedAt: null,
      };
      await this.decisions.insert(decision);
      await this.events.record({
        kind: 'decision-asked',
        idea,
        member: actor.member,
        data: { decision: input.kind, decisionId: decision.id, decider: decision.deciderId, deadline: deadline.toISOString() },
        text: decision.note === null ? undefined : { note: decision.note },
      });
      const row = await this.decisions.find(decision.id);
      if (!row) throw new Error('The decision was not written.');
      await this.watch.start(row, idea, actor.organisation);
      return this.views.one(row, actor);
    });
  }

  /** Where a `yes` would lead, and why it may not be asked for now. */
  private async check(
    idea: Idea,
    actor: Actor,
    { kind }: AskDecision,
    decider: readonly ActorRole[],
  ): Promise<{ to: string | null; refusals: GuardRefusal[] }> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const known = (await this.gatherer.gather([idea], { actor, as: [] }, actor.organisation.timeZone)).get(idea.id);
    const state = { step: idea.step, cameFrom: idea.cameFrom };
    const offer = available(definition, PATHWAY_GUARDS, state, known?.facts ?? {}).find(({ transition }) => transition.decision === kind);
    const alreadyOpen = await this.decisions.isOpen(idea.id, kind);
    const refusals = refusalsToAsk({ asker: known?.roles ?? [], decider, alreadyOpen, transition: offer?.refusals ?? null });
    return { to: offer?.to ?? null, refusals };
  }

  /** What the decider is. @throws Invalid for nobody who could decide. */
  private async deciderOf(idea: Idea, member: string): Promise<readonly ActorRole[]> {
    const decider = await this.members.find(member);
    if (!decider || !mayBeDecider(decider.roles)) {
      throw Invalid.field(
        'decider',
        'not-a-member',
        'This is no member of the organisation who decides: a manager, the hub or an administrator.',
      );
    }
    return rolesTowardDeciding(idea, { member, roles: decider.roles }, []);
  }

  /** A day means its end. @throws Invalid for a moment that has passed. */
  private deadlineOf({ deadline }: AskDecision, { organisation }: Actor): Date {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(deadline);
    const moment = isDay ? endOfDay(deadline, organisation.timeZone) : DateTime.fromISO(deadline).toJSDate();
    // The last hours of 9999 are another year elsewhere, one that no date in our answers can say.
    if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9_999)
      throw Invalid.field('deadline', 'not-a-date', 'Must be a date such as 2026-11-30.');
    if (moment <= this.clock.now()) throw Invalid.field('deadline', 'in-the-past', 'Must lie in the future.');
    return moment;
  }
}
