import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { DecisionView, DelegateDecision as Handing } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { GuardRefusal } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { CoverDecisions } from './cover-decisions.js';
import type { DecisionRow } from './decision.entity.js';
import { conflictsOf, mayBeDecider, refusalsToDelegate } from './decision.policy.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DelegationsRepository } from './delegations.repository.js';
import { HoldDecision } from './hold-decision.js';
import { StandIns } from './stand-ins.js';

/** Hands one decision to another decider, who then decides it as their own. The deadline stays, and a row says who did it and why. */
@Injectable()
export class DelegateDecision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holding: HoldDecision,
    private readonly decisions: DecisionsRepository,
    private readonly delegations: DelegationsRepository,
    private readonly standIns: StandIns,
    private readonly cover: CoverDecisions,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly views: DecisionViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the decision as it is now. @throws NotFound, Invalid for somebody who cannot decide, Refused. */
  delegate(actor: Actor, id: string, { to, reason }: Handing): Promise<DecisionView> {
    return this.work.run(actor.organisation.id, async () => {
      const held = await this.holding.hold(id);
      if (!held) throw new NotFound('This decision');
      const { idea, decision } = held;
      const { slug, timeZone } = actor.organisation;
      const away = await this.standIns.hold(decision, timeZone);
      const now = this.clock.now();
      const refusals = [...refusalsToDelegate(decision, actor, away !== null, now), ...(await this.refusalsOf(decision, to, actor))];
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, slug, idea.number)));
      await this.decisions.update(id, { deciderId: to });
      await this.delegations.add({ id: uuid(), decision: id, from: decision.deciderId, to, by: actor.member, reason, at: now });
      await this.events.record({
        kind: 'decision-delegated',
        idea,
        member: actor.member,
        data: {
          decision: decision.kind,
          decisionId: id,
          decider: to,
          member: to,
          former: decision.deciderId,
          deadline: decision.deadline.toISOString(),
        },
        text: { reason },
      });
      const handed = await this.decisions.find(id);
      if (!handed) throw new NotFound('This decision');
      await this.cover.tell(handed, idea, timeZone);
      return this.views.one(handed, actor);
    });
  }

  /** Why this member may not decide it. @throws Invalid for nobody who could, and for who decides already. */
  private async refusalsOf(decision: DecisionRow, to: string, actor: Actor): Promise<readonly GuardRefusal[]> {
    if (to === decision.deciderId) throw Invalid.field('to', 'unknown-value', 'Decides it already.');
    const member = await this.members.find(to);
    if (!member || !mayBeDecider(member.roles)) {
      throw Invalid.field(
        'to',
        'not-a-member',
        'This is no member of the organisation who decides: a manager, the hub or an administrator.',
      );
    }
    const isOwnHand = to === actor.member;
    return [
      ...conflictsOf(decision, { member: to, roles: member.roles }),
      ...(isOwnHand ? [{ code: 'not-taken' as const, params: {} }] : []),
    ];
  }
}
