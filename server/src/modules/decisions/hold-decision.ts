import { Injectable } from '@nestjs/common';
import { type Idea, IdeasRepository } from '../ideas/index.js';
import type { DecisionRow } from './decision.entity.js';
import { DecisionsRepository } from './decisions.repository.js';

/** A decision and its idea, which nobody else changes until the transaction ends. */
export interface HeldDecision {
  readonly idea: Idea;
  readonly decision: DecisionRow;
}

/** Takes hold of a decision. */
@Injectable()
export class HoldDecision {
  constructor(
    private readonly ideas: IdeasRepository,
    private readonly decisions: DecisionsRepository,
  ) {}

  /** The idea is the lock of all that belongs to it; what was read before it may be old. Null where there is no such decision. */
  async hold(id: string): Promise<HeldDecision | null> {
    const known = await this.decisions.find(id);
    const idea = known && (await this.ideas.lock({ id: known.ideaId }));
    const decision = idea && (await this.decisions.find(id));
    return decision ? { idea, decision } : null;
  }
}
