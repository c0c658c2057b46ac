import { Injectable } from '@nestjs/common';
import { endOfDay } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { stepOf } from '../../workflow/index.js';
import { type Idea, SetDue } from '../ideas/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import type { Experiment } from './experiment.entity.js';

/** Where the promise of the idea's step ends with its experiment, it has a day from the start on, and another when that is amended. */
@Injectable()
export class PromiseTheEnd {
  constructor(
    private readonly pathways: PathwaysRepository,
    private readonly due: SetDue,
  ) {}

  /** Part of the transaction under way. */
  async promise(idea: Idea, { card }: Pick<Experiment, 'card'>, actor: Actor): Promise<void> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    if (stepOf(definition, idea.step)?.due?.kind !== 'experiment-end' || card.endsOn === null) return;
    await this.due.set(idea, endOfDay(card.endsOn, actor.organisation.timeZone));
  }
}
