import { Injectable } from '@nestjs/common';
import type { DecisionKind } from '#contracts';
import { type EvidenceOfExperiment, ExperimentEvidence } from '../experiments/index.js';
import type { SpokenVerdict } from './decision.entity.js';
import { isAgainst } from './decision.machine.js';
import { DecisionsRepository } from './decisions.repository.js';

/** Hears what the rule says of the experiment that a decision follows. */
@Injectable()
export class HearVerdict {
  constructor(
    private readonly experiments: ExperimentEvidence,
    private readonly decisions: DecisionsRepository,
  ) {}

  /**
   * The verdict that the decision follows: of the experiment that was concluded last; but one that was not met, concluded or stopped, goes on
   * speaking until an experiment that adapts it and measures the same kind of thing has met its threshold. An experiment of an idea that was
   * merged into this one speaks too; a card that was amended once there were data, or numbers that were corrected, do not silence what was
   * said at first. Null when none was concluded, or the decision is not on scaling up.
   */
  async of(decision: { readonly kind: DecisionKind; readonly ideaId: string }): Promise<SpokenVerdict | null> {
    if (decision.kind !== 'scale-up') return null;
    const ended = (await this.endedOf(decision.ideaId)).toSorted((a, b) => (a.endedAt?.getTime() ?? 0) - (b.endedAt?.getTime() ?? 0));
    const failed = ended.findLast((it) => isAgainst('yes', spokenOf(it)) && !isMended(it, ended));
    const spoken = failed ?? ended.findLast(({ state }) => state === 'concluded');
    return spoken ? spokenOf(spoken) : null;
  }

  private async endedOf(idea: string): Promise<EvidenceOfExperiment[]> {
    const all = await this.experiments.ofIdeas([idea, ...(await this.decisions.mergedInto(idea))]);
    return all.filter(({ state }) => state === 'concluded' || state === 'stopped');
  }
}

function isMended(failed: EvidenceOfExperiment, ended: readonly EvidenceOfExperiment[]): boolean {
  const successor = ended.find(({ id }) => id === failed.successor);
  if (!successor || successor.state !== 'concluded') return false;
  const isSame = successor.card.kind === failed.card.kind;
  return (isSame && successor.verdict.verdict === 'met') || isMended(successor, ended);
}

function spokenOf({ id, number, title, verdict: { verdict }, atFirst }: EvidenceOfExperiment): SpokenVerdict {
  return { id, number, title, verdict, atFirst: atFirst.verdict === verdict ? null : atFirst.verdict };
}
