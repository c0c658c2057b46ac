import { Injectable } from '@nestjs/common';
import { Timers } from '../../platform/timers/index.js';
import type { Idea } from './idea.entity.js';
import { IdeasRepository } from './ideas.repository.js';

/** Sets when an idea's step falls due, where something else than working days decides it: the end of its experiment. */
@Injectable()
export class SetDue {
  constructor(
    private readonly ideas: IdeasRepository,
    private readonly timers: Timers,
  ) {}

  /** Part of the transaction under way. */
  async set(idea: Idea, due: Date | null): Promise<void> {
    await this.ideas.update(idea.id, { due });
    await this.timers.set('step-due', idea.id, due);
  }
}
