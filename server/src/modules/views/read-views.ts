import { Injectable } from '@nestjs/common';
import type { SavedViews } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { viewOf } from './saved-view.view.js';

/** The views of a board that a member may choose from. */
@Injectable()
export class ReadViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: SavedViewsRepository,
    private readonly organisations: OrganisationsRepository,
  ) {}

  list(actor: Actor, pathway: string): Promise<SavedViews> {
    return this.work.run(actor.organisation.id, async () => {
      const [rows, first] = [await this.views.seenBy(actor.member, pathway), await this.organisations.defaultView(actor.organisation.id)];
      return { items: rows.map((row) => viewOf(row, first, actor)) };
    });
  }
}
