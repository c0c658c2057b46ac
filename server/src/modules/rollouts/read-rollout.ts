import { Injectable } from '@nestjs/common';
import type { RolloutView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { OpenRollout } from './open-rollout.js';
import { RolloutViews } from './rollout.view.js';

/** Shows the rollout of an idea. */
@Injectable()
export class ReadRollout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenRollout,
    private readonly views: RolloutViews,
  ) {}

  /** Null while there is none. @throws NotFound for the idea. */
  read(actor: Actor, number: number): Promise<RolloutView | null> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.forReading(actor, number);
      return opened.rollout ? this.views.one(opened.rollout, opened, actor) : null;
    });
  }
}
