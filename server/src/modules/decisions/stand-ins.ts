import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { AbsencesRepository, type Cover } from '../organisations/index.js';
import { conflictsOf, type DecidedIdea } from './decision.policy.js';

/** A decision, as far as it matters who decides it. */
export interface Decidable extends DecidedIdea {
  readonly id: string;
  readonly deciderId: string;
  readonly askedBy: string;
}

/** That a decider is away. */
export interface Away {
  /** The last day of it, `YYYY-MM-DD`. */
  readonly until: string;
  /** Who decides meanwhile; null where the delegate may not, and the decision stays with the absent. */
  readonly standIn: string | null;
}

/** Who decides in the place of deciders who are away today. The delegate of a delegate is nobody. */
@Injectable()
export class StandIns {
  constructor(
    private readonly absences: AbsencesRepository,
    private readonly clock: Clock,
  ) {}

  /** Those of these decisions whose decider is away, by the decision's id. */
  async all(decisions: readonly Decidable[], timeZone: string): Promise<ReadonlyMap<string, Away>> {
    const covers = await this.absences.away([...new Set(decisions.map(({ deciderId }) => deciderId))], this.today(timeZone));
    return new Map(
      decisions.flatMap((decision) => {
        const away = awayFrom(decision, covers.get(decision.deciderId) ?? null);
        return away ? [[decision.id, away]] : [];
      }),
    );
  }

  /** Whether the decider is away; stays so until the transaction ends. */
  async hold(decision: Decidable, timeZone: string): Promise<Away | null> {
    return awayFrom(decision, await this.absences.holdAway(decision.deciderId, this.today(timeZone)));
  }

  /** In whose place somebody decides today. */
  async absentFor(member: string, timeZone: string): Promise<string[]> {
    return (await this.absences.coveredBy(member, this.today(timeZone))).map((cover) => cover.member);
  }

  private today(timeZone: string): string {
    return dayOf(this.clock.now(), timeZone);
  }
}

/** Nobody stands in who cannot decide it, nor does the delegate whom somebody chose who cannot. */
function awayFrom(decision: Decidable, cover: Cover | null): Away | null {
  if (!cover) return null;
  const { delegate, until } = cover;
  const mayStandIn = delegate !== null && isFree(decision, decision.deciderId) && isFree(decision, delegate);
  return { until, standIn: mayStandIn ? delegate : null };
}

function isFree(decision: Decidable, member: string): boolean {
  return conflictsOf(decision, { member, roles: [] }).length === 0;
}
