import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import { type DueTimer, Timers } from '../../platform/timers/index.js';
import type { Idea } from '../ideas/index.js';
import { AbsencesRepository, OrganisationsRepository } from '../organisations/index.js';
import type { DecisionRow } from './decision.entity.js';
import { DecisionsRepository } from './decisions.repository.js';
import { HoldDecision } from './hold-decision.js';
import { StandIns } from './stand-ins.js';

/**
 * Says who decides while a decider is away: of what waits when the absence begins, and of what comes while it lasts. The delegate hears
 * of it, and the hub where the delegate may not decide.
 */
@Injectable()
export class CoverDecisions implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly absences: AbsencesRepository,
    private readonly decisions: DecisionsRepository,
    private readonly holding: HoldDecision,
    private readonly standIns: StandIns,
    private readonly organisations: OrganisationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.handle('absence-start', (timer) => this.begin(timer));
  }

  /** Says it of one decision, once for each decider and delegate; nothing while the decider is there. Part of the transaction under way. */
  async tell(decision: DecisionRow, idea: Idea, timeZone: string): Promise<void> {
    const away = (await this.standIns.all([decision], timeZone)).get(decision.id);
    if (!away) return;
    const kind = away.standIn === null ? 'decision-uncovered' : 'decision-covered';
    const who = { decisionId: decision.id, decider: decision.deciderId, ...(away.standIn === null ? {} : { member: away.standIn }) };
    if ((await this.events.recorded(idea.id, [kind], who)).length > 0) return;
    await this.events.record({
      kind,
      idea,
      member: null,
      data: { decision: decision.kind, ...who, until: away.until, deadline: decision.deadline.toISOString() },
    });
  }

  private async begin({ organisation, subject }: DueTimer): Promise<void> {
    const absence = await this.absences.find(subject);
    const { timeZone } = await this.organisations.tenant(organisation);
    if (!absence || absence.until < dayOf(this.clock.now(), timeZone)) return;
    for (const id of await this.decisions.openOf(absence.member)) {
      const held = await this.holding.hold(id);
      if (!held || held.decision.state === 'decided' || held.decision.deciderId !== absence.member) continue;
      await this.tell(held.decision, held.idea, timeZone);
    }
  }
}
