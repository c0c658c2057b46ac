import { Injectable } from '@nestjs/common';
import type { RolloutView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
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

  /** @throws NotFound for the idea, and while it has no rollout. */
  read(actor: Actor, number: number): Promise<RolloutView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.forReading(actor, number);
      if (!opened.rollout) throw new NotFound('This rollout');
      return this.views.one(opened.rollout, opened, actor);
    });
  }
}
