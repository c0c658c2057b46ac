import { Injectable } from '@nestjs/common';
import type { DecisionDetail, FieldProblem, ScoreDecision as Scored } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { CriterionDefinition } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { refusalsToScore, rolesTowardDecision } from './decision.policy.js';
import { DecisionDetails } from './decision-detail.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { OpenDecision } from './open-decision.js';
import { scoringFacts } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { TellPanelFinished } from './tell-panel-finished.js';

/** Gives a panel member's scorecard, or changes it while nobody else can read it. */
@Injectable()
export class ScoreDecision {
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

  /** Gives the decision as this member sees it now. @throws NotFound, Refused, Invalid for a card that does not say something to each criterion once. */
  score(actor: Actor, id: string, { scores }: Scored): Promise<DecisionDetail> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, decision, panel } = await this.opening.open(id);
      const now = this.clock.now();
      const refusals = refusalsToScore({
        roles: rolesTowardDecision(decision, actor, null, panel),
        ...scoringFacts(decision, panel, actor.member, now),
      });
      if (refusals.length > 0) throw new Refused(refusals.map((it) => withLink(it, actor.organisation.slug, idea.number)));
      const faults = faultsOf(scores, (await this.decisions.basis(id)).criteria);
      if (faults.length > 0) throw new Invalid(faults);
      const kept = scores.map(({ criterion, score, note }) => ({ criterion, score, note: note || null }));
      const isFirst = panel.every(({ member, hasScored }) => member !== actor.member || !hasScored);
      await this.panels.score(id, actor.member, kept, now);
      await this.decisions.update(id, { state: 'scoring' });
      // That somebody has scored is for everybody to know; what, is not.
      const data = { decision: decision.kind, decisionId: id };
      if (isFirst) await this.events.record({ kind: 'scorecard-given', idea, member: actor.member, data });
      await this.finished.tell(actor, idea, decision);
      return this.details.one(id, actor);
    });
  }
}

function faultsOf(scores: Scored['scores'], criteria: readonly CriterionDefinition[]): FieldProblem[] {
  const faults = scores.flatMap(({ criterion }, at): FieldProblem[] => {
    const path = `scores.${at}.criterion`;
    if (!criteria.some(({ key }) => key === criterion)) return [{ path, code: 'unknown-value', message: 'This is none of the criteria.' }];
    const isFirst = scores.findIndex((it) => it.criterion === criterion) === at;
    return isFirst ? [] : [{ path, code: 'duplicate', message: 'A criterion is scored once.' }];
  });
  const missing = criteria.filter(({ key }) => !scores.some(({ criterion }) => criterion === key)).map(({ key }) => key);
  if (missing.length === 0) return faults;
  return [
    ...faults,
    { path: 'scores', code: 'required', message: `Every criterion needs a score, or null; missing: ${missing.join(', ')}.` },
  ];
}
