import { Injectable } from '@nestjs/common';
import type { DecisionKind } from '#contracts';
import { ExperimentEvidence } from '../experiments/index.js';
import type { SpokenVerdict } from './decision.entity.js';

/** Hears what the rule says of the experiment that a decision follows. */
@Injectable()
export class HearVerdict {
  constructor(private readonly experiments: ExperimentEvidence) {}

  /** The verdict of the experiment that was concluded last; null when there is none, or the decision is not on scaling up. */
  async of(decision: { readonly kind: DecisionKind; readonly ideaId: string }): Promise<SpokenVerdict | null> {
    if (decision.kind !== 'scale-up') return null;
    const concluded = (await this.experiments.ofIdea(decision.ideaId)).filter(({ state }) => state === 'concluded');
    const last = concluded.toSorted((a, b) => (a.endedAt?.getTime() ?? 0) - (b.endedAt?.getTime() ?? 0)).at(-1);
    return last ? { id: last.id, number: last.number, title: last.title, verdict: last.verdict.verdict } : null;
  }
}
