import { Injectable } from '@nestjs/common';
import type { DecisionView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { DecisionRow } from './decision.entity.js';
import { refusalsToDelegate } from './decision.policy.js';
import { DelegationsRepository } from './delegations.repository.js';
import { type Away, StandIns } from './stand-ins.js';

/** Whose decision it is, whose it was, and who decides meanwhile. */
export interface Duties {
  readonly away: Away | null;
  readonly view: Pick<DecisionView, 'decidedBy' | 'actingFor' | 'away' | 'mayDelegate' | 'delegations'>;
}

/** Tells who has what to do with decisions. */
@Injectable()
export class DecisionDuties {
  constructor(
    private readonly standIns: StandIns,
    private readonly delegations: DelegationsRepository,
    private readonly members: MembersRepository,
    private readonly clock: Clock,
  ) {}

  /** Of each decision, in the same order; the number of queries does not grow with them. */
  async all(decisions: readonly DecisionRow[], actor: Actor): Promise<Duties[]> {
    const open = decisions.filter(({ state }) => state !== 'decided');
    const absences = await this.standIns.all(open, actor.organisation.timeZone);
    const delegations = await this.delegations.ofDecisions(decisions.map(({ id }) => id));
    const named = [
      ...decisions.flatMap(({ deciderId, decidedBy }) => [deciderId, decidedBy]),
      ...[...absences.values()].map(({ standIn }) => standIn),
      ...[...delegations.values()].flat().flatMap(({ from, to, by }) => [from, to, by]),
    ];
    const people = await this.members.people(named, actor.language);
    const personOf = (member: string | null) => (member === null ? null : (people.get(member) ?? null));
    return decisions.map((decision) => {
      const away = absences.get(decision.id) ?? null;
      return {
        away,
        view: {
          decidedBy: personOf(decision.decidedBy),
          actingFor: away?.standIn === actor.member ? personOf(decision.deciderId) : null,
          away: away && { until: away.until, delegate: personOf(away.standIn) },
          mayDelegate: refusalsToDelegate(decision, actor, away !== null, this.clock.now()).length === 0,
          delegations: (delegations.get(decision.id) ?? []).map(({ from, to, at, by, reason }) => ({
            from: personOf(from),
            to: personOf(to),
            at: at.toISOString(),
            by: personOf(by),
            reason,
          })),
        },
      };
    });
  }
}
