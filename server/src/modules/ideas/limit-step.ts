import { Injectable } from '@nestjs/common';
import type { WipLimit } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { WipLimitsRepository } from './wip-limits.repository.js';

/** Limits how many ideas a column is meant to hold, or lifts the limit. What stands there already stays. */
@Injectable()
export class LimitStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pathways: PathwaysRepository,
    private readonly limits: WipLimitsRepository,
  ) {}

  /** Gives the limit as it is now. @throws NotFound when the published pathway has no such column. */
  set(actor: Actor, pathway: string, step: string, limit: WipLimit): Promise<WipLimit> {
    return this.work.run(actor.organisation.id, async () => {
      await this.mustBeColumn(pathway, step);
      await this.limits.set(pathway, step, limit);
      return limit;
    });
  }

  /** Again changes nothing. @throws NotFound when the published pathway has no such column. */
  lift(actor: Actor, pathway: string, step: string): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      await this.mustBeColumn(pathway, step);
      await this.limits.lift(pathway, step);
    });
  }

  private async mustBeColumn(key: string, step: string): Promise<void> {
    const pathway = await this.pathways.find(key);
    const definition = pathway && (await this.pathways.definition(key, pathway.version));
    if (!definition?.steps.some((it) => it.kind === 'station' && it.key === step)) throw new NotFound('This column');
  }
}
