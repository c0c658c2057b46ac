import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Tenant } from '../../platform/tenancy/index.js';
import { type DueTimer, nextStage, Timers, turnOf } from '../../platform/timers/index.js';
import { stepOf } from '../../workflow/index.js';
import type { Idea } from '../ideas/index.js';
import { MembersRepository, OrganisationsRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { CoverDecisions } from './cover-decisions.js';
import type { DecisionRow } from './decision.entity.js';
import { fitsStep } from './decision.policy.js';
import { HoldDecision } from './hold-decision.js';
import { panelStateOf } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { StandIns } from './stand-ins.js';
import { WATCH_STAGES, type WatchStage, watchStages } from './watch-stages.js';

const DAY = 86_400_000;

/**
 * Keeps an eye on the deadlines of decisions: that one comes, that it has passed, and that nothing has happened since. The log of events
 * is what knows which of that has been said; the timer only says when to look again.
 */
@Injectable()
export class WatchDecisions implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly holding: HoldDecision,
    private readonly panels: PanelRepository,
    private readonly standIns: StandIns,
    private readonly cover: CoverDecisions,
    private readonly members: MembersRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly pathways: PathwaysRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.handle('decision-watch', (timer) => this.look(timer));
  }

  /** Watches a decision from its asking on. Part of the transaction under way. */
  async start(decision: DecisionRow, idea: Idea, tenant: Tenant): Promise<void> {
    await this.timers.set('decision-watch', decision.id, nextStage(watchStages(decision, tenant), new Set())?.at ?? null);
    await this.cover.tell(decision, idea, tenant.timeZone);
  }

  /** It is decided: there is nothing left to watch. Part of the transaction under way. */
  stop(id: string): Promise<void> {
    return this.timers.set('decision-watch', id, null);
  }

  private async look({ organisation, subject }: DueTimer): Promise<void> {
    const held = await this.holding.hold(subject);
    if (!held || held.decision.state === 'decided') return;
    const { idea, decision } = held;
    if (!fitsStep(decision)) return this.lookLater(idea, subject);
    const tenant = await this.organisations.tenant(organisation);
    const { say, skipped, next } = turnOf(watchStages(decision, tenant), await this.said(decision), this.clock.now());
    await this.timers.set('decision-watch', subject, next);
    if (say === null) return;
    await this.events.record({
      kind: say,
      idea,
      member: null,
      data: {
        decision: decision.kind,
        decisionId: decision.id,
        decider: decision.deciderId,
        deadline: decision.deadline.toISOString(),
        delegate: (await this.standIns.all([decision], tenant.timeZone)).get(decision.id)?.standIn ?? null,
        ...(say === 'decision-due-soon' ? { panel: await this.awaited(subject) } : {}),
        ...(say === 'decision-escalated' ? { manager: await this.members.managerOf(decision.deciderId) } : {}),
        // Who should have heard that it is overdue hears of it now.
        ...(skipped.includes('decision-overdue') ? { overdueUnsaid: true } : {}),
      },
    });
  }

  /** Of an idea that has gone elsewhere nobody waits for an answer; it may come back, unless it has ended there. */
  private async lookLater(idea: Idea, id: string): Promise<void> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const hasEnded = stepOf(definition, idea.step)?.end === true;
    await this.timers.set('decision-watch', id, hasEnded ? null : new Date(this.clock.now().getTime() + DAY));
  }

  /** Those on the panel who have neither scored nor stepped out. */
  private async awaited(id: string): Promise<string[]> {
    const panel = (await this.panels.of([id])).get(id) ?? [];
    return panel.filter((member) => panelStateOf(member) === 'asked').map(({ member }) => member);
  }

  private async said({ id, ideaId }: DecisionRow): Promise<ReadonlySet<WatchStage>> {
    const events = await this.events.recorded(ideaId, WATCH_STAGES, { decisionId: id });
    return new Set(WATCH_STAGES.filter((stage) => events.some(({ kind }) => kind === stage)));
  }
}
