import { Injectable } from '@nestjs/common';
import type { DecisionKind } from '#contracts';
import { ExperimentEvidence, type EvidenceOfExperiment } from '../experiments/index.js';
import type { SpokenVerdict } from './decision.entity.js';
import { isAgainst } from './decision.machine.js';

/** Hears what the rule says of the experiment that a decision follows. */
@Injectable()
export class HearVerdict {
  constructor(private readonly experiments: ExperimentEvidence) {}

  /**
   * The verdict that the decision follows: of the experiment that was concluded last; but one that was not met goes on speaking until an
   * experiment that adapts it has been concluded, whatever another one showed beside it; nor does a card that was amended once there were
   * data silence the one before them. Null when none was concluded, or the decision
   * is not on scaling up.
   */
  async of(decision: { readonly kind: DecisionKind; readonly ideaId: string }): Promise<SpokenVerdict | null> {
    if (decision.kind !== 'scale-up') return null;
    const concluded = (await this.experiments.ofIdea(decision.ideaId)).filter(({ state }) => state === 'concluded');
    const inOrder = concluded.toSorted((a, b) => (a.endedAt?.getTime() ?? 0) - (b.endedAt?.getTime() ?? 0));
    const adapted = new Set(inOrder.filter(({ successor }) => inOrder.some(({ id }) => id === successor)));
    const failed = inOrder.findLast((it) => isAgainst('yes', spokenOf(it)) && !adapted.has(it));
    const spoken = failed ?? inOrder.at(-1);
    return spoken ? spokenOf(spoken) : null;
  }
}

function spokenOf({ id, number, title, verdict: { verdict }, beforeData }: EvidenceOfExperiment): SpokenVerdict {
  return { id, number, title, verdict, beforeData: beforeData?.verdict === verdict ? null : (beforeData?.verdict ?? null) };
}
