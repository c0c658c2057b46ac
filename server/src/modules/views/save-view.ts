import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { LIMITS, type SavedView, type SaveView as Save } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { viewOf } from './saved-view.view.js';

/** Saves what a board is narrowed to, under a name. */
@Injectable()
export class SaveView {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pathways: PathwaysRepository,
    private readonly views: SavedViewsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for an unknown pathway, Invalid for who has saved as many as one may. */
  save(actor: Actor, pathway: string, { name, filter, shared }: Save): Promise<SavedView> {
    return this.work.run(actor.organisation.id, async () => {
      if (!(await this.pathways.find(pathway))) throw new NotFound('This pathway');
      if ((await this.views.countOf(actor.member)) >= LIMITS.views) {
        throw Invalid.field('name', 'too-many', `At most ${LIMITS.views} views can be saved.`);
      }
      const row = {
        ...{ id: uuid(), organisationId: actor.organisation.id, memberId: actor.member },
        ...{ pathway, name, filter, shared, savedAt: this.clock.now() },
      };
      await this.views.add(row);
      return viewOf(row, null, actor);
    });
  }
}
