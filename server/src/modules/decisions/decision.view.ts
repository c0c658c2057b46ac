import { Injectable } from '@nestjs/common';
import type { DecisionView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { stepOf } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { DecisionDuties } from './decision-duties.js';
import type { DecisionRow } from './decision.entity.js';
import { fitsStep, refusalsOfDecider, rolesTowardDecision } from './decision.policy.js';
import { panelFacts, panelStateOf } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** Shows decisions to a member. */
@Injectable()
export class DecisionViews {
  constructor(
    private readonly members: MembersRepository,
    private readonly panels: PanelRepository,
    private readonly pathways: PathwaysRepository,
    private readonly duties: DecisionDuties,
    private readonly clock: Clock,
  ) {}

  /** Decisions in the same order; the number of queries does not grow with them. */
  async all(decisions: readonly DecisionRow[], actor: Actor): Promise<DecisionView[]> {
    const people = await this.members.people(
      decisions.flatMap((decision) => [decision.deciderId, decision.askedBy]),
      actor.language,
    );
    const panels = await this.panels.of(decisions.map(({ id }) => id));
    const duties = await this.duties.all(decisions, actor);
    const now = this.clock.now();
    const views: DecisionView[] = [];
    for (const [index, decision] of decisions.entries()) {
      const duty = duties[index];
      if (!duty) throw new Error('Nobody knows whose decision it is.');
      const panel = panels.get(decision.id) ?? [];
      const states = panel.map(panelStateOf);
      const definition = await this.pathways.definition(decision.pathway, decision.pathwayVersion);
      const nameOf = (step: string) => stepOf(definition, step)?.names?.[actor.language] ?? step;
      views.push({
        id: decision.id,
        idea: ideaOf(decision, nameOf(decision.step)),
        kind: decision.kind,
        state: decision.state,
        from: decision.from,
        to: decision.to,
        toName: nameOf(decision.to),
        decider: people.get(decision.deciderId) ?? null,
        askedBy: people.get(decision.askedBy) ?? null,
        askedAt: decision.askedAt.toISOString(),
        deadline: decision.deadline.toISOString(),
        overdue: decision.state !== 'decided' && fitsStep(decision) && decision.deadline < now,
        ...duty.view,
        note: decision.note,
        outcome: decision.outcome,
        reason: decision.reason,
        decidedAt: decision.decidedAt?.toISOString() ?? null,
        mustChange: decision.mustChange,
        againstVerdict: decision.againstVerdict,
        explanation: decision.explanation,
        panelSize: states.filter((state) => state !== 'conflicted').length,
        scored: states.filter((state) => state === 'scored').length,
        panelState: states[panel.findIndex(({ member }) => member === actor.member)] ?? null,
        refusals: refusalsOfDecider(decision.state, {
          roles: rolesTowardDecision(decision, actor, duty.away, panel),
          panel: panelFacts(decision, panel, now),
          fitsStep: fitsStep(decision),
          hasSteppedOut: decision.steppedOut.includes(actor.member),
          hasAsked: decision.askedBy === actor.member,
        }).map((refusal) => withLink(refusal, actor.organisation.slug, decision.ideaNumber)),
      });
    }
    return views;
  }

  /** One decision. */
  async one(decision: DecisionRow, actor: Actor): Promise<DecisionView> {
    const [view] = await this.all([decision], actor);
    if (!view) throw new Error('A decision has no view.');
    return view;
  }
}

/** The idea under the name on which it is decided, and under another that it has got since. */
function ideaOf({ ideaNumber: number, ideaTitle, title, step }: DecisionRow, stepName: string): DecisionView['idea'] {
  const known = ideaTitle ?? title;
  return { number, title: known, titleNow: known === title ? null : title, step, stepName };
}
