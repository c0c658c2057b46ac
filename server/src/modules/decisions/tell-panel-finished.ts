import { Injectable } from '@nestjs/common';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { Idea } from '../ideas/index.js';
import type { DecisionRow } from './decision.entity.js';
import { panelStateOf, waitingFor } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** Says that no scorecard of a panel is still to come, so that the decider can read them and decide. */
@Injectable()
export class TellPanelFinished {
  constructor(
    private readonly panels: PanelRepository,
    private readonly events: EventLog,
  ) {}

  /** Part of the transaction in which somebody has scored or stepped out. */
  async tell(actor: Actor, idea: Idea, { id, kind, deciderId, deadline }: DecisionRow): Promise<void> {
    const panel = (await this.panels.of([id])).get(id) ?? [];
    if (waitingFor(panel) > 0) return;
    const scored = panel.filter((it) => panelStateOf(it) === 'scored').length;
    await this.events.record({
      kind: 'scorecards-in',
      idea,
      member: actor.member,
      data: { decision: kind, decisionId: id, decider: deciderId, scored, deadline: deadline.toISOString() },
    });
  }
}
