import { Injectable } from '@nestjs/common';
import type { DecisionDetail, StepOut as Conflict } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { refusalsToScore, rolesTowardDecision } from './decision.policy.js';
import { DecisionDetails } from './decision-detail.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { OpenDecision } from './open-decision.js';
import { scoringFacts } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { TellPanelFinished } from './tell-panel-finished.js';

/** Lets a member step out of a panel for a conflict of interest, for all to see; a scorecard they had given goes with them. */
@Injectable()
export class StepOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenDecision,
    private readonly decisions: DecisionsRepository,
    private readonly panels: PanelRepository,
    private readonly finished: TellPanelFinished,
    private readonly events: EventLog,
    private readonly details: DecisionDetails,
    private readonly clock: Clock,
  ) {}

  /** Gives the decision as this member sees it now. @throws NotFound, Refused */
  stepOut(actor: Actor, id: string, { reason }: Conflict): Promise<DecisionDetail> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, decision, panel } = await this.opening.open(id);
      const now = this.clock.now();
      const refusals = refusalsToScore({
        roles: rolesTowardDecision(decision, actor, null, panel),
        ...scoringFacts(decision, panel, actor.member, now),
        stepsOut: true,
      });
      if (refusals.length > 0) throw new Refused(refusals.map((it) => withLink(it, actor.organisation.slug, idea.number)));
      await this.panels.stepOut(id, actor.member, reason, now);
      await this.decisions.update(id, { state: 'scoring' });
      const data = { decision: decision.kind, decisionId: id };
      await this.events.record({ kind: 'panel-stepped-out', idea, member: actor.member, data, text: { reason } });
      await this.finished.tell(actor, idea, decision);
      return this.details.one(id, actor);
    });
  }
}
