import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { AskDecision, DecisionKind, DecisionView, FieldProblem } from '#contracts';
import { Clock, endOfDay } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { available, type GuardRefusal } from '../../workflow/index.js';
import { type Idea, IdeaKnowledgeGatherer, IdeasRepository, withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PATHWAY_GUARDS, PathwaysRepository } from '../pathways/index.js';
import type { Decision, DecisionBasis } from './decision.entity.js';
import { isOwnIdea } from './decision.machine.js';
import { conflictsOf, mayBeDecider, mayScore, type OwnedIdea, refusalsToAsk, rolesTowardDeciding } from './decision.policy.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { criteriaOf } from './default-criteria.js';
import { evidenceOf } from './default-evidence.js';
import { evidenceNow, missingEvidence } from './evidence.js';
import { GatherEvidence } from './gather-evidence.js';
import { PanelRepository } from './panel.repository.js';
import { WatchDecisions } from './watch-decisions.js';

/** What of the asking is checked against the idea. */
interface Named {
  readonly kind: DecisionKind;
  /** What keeps the decider from deciding. */
  readonly conflicts: readonly GuardRefusal[];
  /** Names of those on the panel whose own idea it is. */
  readonly partial: readonly string[];
}

/** Asks a named decider, and a panel, for the decision that leads on from where an idea stands, by a deadline; keeps what is true of it. */
@Injectable()
export class AskForDecision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly panels: PanelRepository,
    private readonly evidence: GatherEvidence,
    private readonly gatherer: IdeaKnowledgeGatherer,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly watch: WatchDecisions,
    private readonly views: DecisionViews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Invalid for a decider, panel or deadline that cannot be, Refused with what is missing. */
  ask(actor: Actor, number: number, input: AskDecision): Promise<DecisionView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      const deadline = this.deadlineOf(input, actor);
      const decider = await this.deciderOf(input.decider);
      const panel = input.panel ?? [];
      const decided = { ...idea, ...(await this.decisions.near(idea.id)), askedBy: actor.member };
      const partial = await this.partialOf(decided, panel);
      const named = { kind: input.kind, conflicts: conflictsOf(decided, decider), partial };
      const { to, basis, refusals } = await this.check(idea, actor, named);
      if (refusals.length > 0 || to === null) throw new Refused(refusals.map((it) => withLink(it, actor.organisation.slug, number)));
      const decision: Decision = {
        id: uuid(),
        organisationId: actor.organisation.id,
        ideaId: idea.id,
        ideaTitle: idea.title,
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
        mustChange: null,
        explanation: null,
        verdict: null,
        againstVerdict: false,
        ...basis,
      };
      await this.decisions.insert(decision);
      await this.panels.add(decision.id, panel);
      await this.events.record({
        kind: 'decision-asked',
        idea,
        member: actor.member,
        data: { decision: input.kind, decisionId: decision.id, decider: decision.deciderId, deadline: deadline.toISOString() },
        text: decision.note === null ? undefined : { note: decision.note },
      });
      if (panel.length > 0) {
        await this.events.record({
          kind: 'panel-asked',
          idea,
          member: actor.member,
          data: { decision: input.kind, decisionId: decision.id, panel, deadline: deadline.toISOString() },
        });
      }
      const row = await this.decisions.find(decision.id);
      if (!row) throw new Error('The decision was not written.');
      await this.watch.start(row, idea, actor.organisation);
      return this.views.one(row, actor);
    });
  }

  /** Where a `yes` would lead, what it rests on, and why it may not be asked for now. */
  private async check(
    idea: Idea,
    actor: Actor,
    { kind, conflicts, partial }: Named,
  ): Promise<{ to: string | null; basis: DecisionBasis; refusals: GuardRefusal[] }> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const known = (await this.gatherer.gather([idea], { actor, as: [] }, actor.organisation.timeZone)).get(idea.id);
    const state = { step: idea.step, cameFrom: idea.cameFrom };
    const offer = available(definition, PATHWAY_GUARDS, state, known?.facts ?? {}).find(({ transition }) => transition.decision === kind);
    const evidence = offer ? evidenceNow(evidenceOf(offer.transition, kind), await this.evidence.of(idea, null)) : [];
    const refusals = refusalsToAsk({
      asker: known?.roles ?? [],
      conflicts,
      partial,
      missing: missingEvidence(evidence),
      alreadyOpen: await this.decisions.isOpen(idea.id, kind),
      transition: offer?.refusals ?? null,
    });
    return { to: offer?.to ?? null, basis: { evidence, criteria: offer ? criteriaOf(offer.transition, kind) : [] }, refusals };
  }

  /** Names of those whose own idea it is. @throws Invalid for who is nobody to score, or is named twice. */
  private async partialOf(idea: OwnedIdea, panel: readonly string[]): Promise<string[]> {
    const partial: string[] = [];
    const faults: FieldProblem[] = [];
    for (const [at, id] of panel.entries()) {
      const member = await this.members.find(id);
      if (panel.indexOf(id) < at) faults.push({ path: `panel.${at}`, code: 'duplicate', message: 'Somebody is named once.' });
      else if (!member || !mayScore(member.roles))
        faults.push({ path: `panel.${at}`, code: 'not-a-member', message: 'This is no member of the organisation who can score.' });
      else if (isOwnIdea(rolesTowardDeciding(idea, { member: id, roles: member.roles }, []))) partial.push(member.name);
    }
    if (faults.length > 0) throw new Invalid(faults);
    return partial;
  }

  /** The named decider. @throws Invalid for nobody who could decide. */
  private async deciderOf(member: string): Promise<Pick<Actor, 'member' | 'roles'>> {
    const decider = await this.members.find(member);
    if (!decider || !mayBeDecider(decider.roles)) {
      throw Invalid.field(
        'decider',
        'not-a-member',
        'This is no member of the organisation who decides: a manager, the hub or an administrator.',
      );
    }
    return { member, roles: decider.roles };
  }

  /** A day means its end. @throws Invalid for a moment that has passed, or leaves a panel less than a day. */
  private deadlineOf({ deadline, panel = [] }: AskDecision, { organisation }: Actor): Date {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(deadline);
    const moment = isDay ? endOfDay(deadline, organisation.timeZone) : DateTime.fromISO(deadline).toJSDate();
    if (Number.isNaN(moment.getTime())) throw Invalid.field('deadline', 'not-a-date', 'Must be a date such as 2026-11-30.');
    if (moment <= this.clock.now()) throw Invalid.field('deadline', 'in-the-past', 'Must lie in the future.');
    if (panel.length > 0 && moment < DateTime.fromJSDate(this.clock.now()).plus({ days: 1 }).toJSDate())
      throw Invalid.field(
        'deadline',
        'too-soon-for-panel',
        'A panel needs a day at least: choose a later deadline, or ask without a panel.',
      );
    return moment;
  }
}
