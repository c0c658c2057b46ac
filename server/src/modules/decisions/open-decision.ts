import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/http/index.js';
import { type Idea, IdeasRepository } from '../ideas/index.js';
import type { DecisionRow } from './decision.entity.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { PanelMember } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** A decision held for a change. */
export interface OpenedDecision {
  readonly idea: Idea;
  readonly decision: DecisionRow;
  readonly panel: readonly PanelMember[];
}

/** Opens a decision for a change. The idea is the lock of all that belongs to it, so changes follow each other. */
@Injectable()
export class OpenDecision {
  constructor(
    private readonly ideas: IdeasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly panels: PanelRepository,
  ) {}

  /** Part of the transaction under way. @throws NotFound */
  async open(id: string): Promise<OpenedDecision> {
    const known = await this.decisions.find(id);
    const idea = known && (await this.ideas.lock({ id: known.ideaId }));
    // What was read before the lock may be old.
    const decision = idea && (await this.decisions.find(id));
    if (!idea || !decision) throw new NotFound('This decision');
    return { idea, decision, panel: (await this.panels.of([id])).get(id) ?? [] };
  }
}
