import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/http/index.js';
import { type HeldDecision, HoldDecision } from './hold-decision.js';
import type { PanelMember } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** A decision held for a change, with its panel. */
export interface OpenedDecision extends HeldDecision {
  readonly panel: readonly PanelMember[];
}

/** Opens a decision for a change by a member. */
@Injectable()
export class OpenDecision {
  constructor(
    private readonly holding: HoldDecision,
    private readonly panels: PanelRepository,
  ) {}

  /** Part of the transaction under way. @throws NotFound */
  async open(id: string): Promise<OpenedDecision> {
    const held = await this.holding.hold(id);
    if (!held) throw new NotFound('This decision');
    return { ...held, panel: (await this.panels.of([id])).get(id) ?? [] };
  }
}
