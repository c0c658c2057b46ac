import { Injectable } from '@nestjs/common';
import type { ChangeView as Change, SavedView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, Refused } from '../../platform/http/index.js';
import { type Actor, isHub } from '../../platform/tenancy/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import type { SavedViewRow } from './saved-view.entity.js';
import { mayChange, maySee } from './saved-view.policy.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { viewOf } from './saved-view.view.js';

/** Changes a saved view, or takes it away; and what the organisation's board opens with. */
@Injectable()
export class ChangeView {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: SavedViewsRepository,
    private readonly organisations: OrganisationsRepository,
  ) {}

  /** Gives the view as it is now. @throws NotFound, also for another's private one, Refused for who may not. */
  change(actor: Actor, pathway: string, id: string, { isDefault, ...changes }: Change): Promise<SavedView> {
    return this.work.run(actor.organisation.id, async () => {
      const { organisation } = actor;
      const row = await this.hold(actor, pathway, id, Object.keys(changes).length > 0);
      if (isDefault !== undefined && !isHub(actor)) throw refused('role-in', { roles: ['hub'] });
      const changed: SavedViewRow = { ...row, ...changes };
      if (Object.keys(changes).length > 0) await this.views.update(id, changes);
      const wasDefault = (await this.organisations.defaultView(organisation.id)) === id;
      const shown = (isDefault ?? wasDefault) && changed.shared;
      if (shown || wasDefault) await this.organisations.openBoardWith(organisation.id, shown ? { id, filter: changed.filter } : null);
      return viewOf(changed, shown ? id : null, actor);
    });
  }

  /** @throws NotFound, also for another's private one, Refused for who may not. */
  delete(actor: Actor, pathway: string, id: string): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      await this.hold(actor, pathway, id, true);
      await this.views.remove(id);
      const { id: organisation } = actor.organisation;
      if ((await this.organisations.defaultView(organisation)) === id) await this.organisations.openBoardWith(organisation, null);
    });
  }

  private async hold(actor: Actor, pathway: string, id: string, toChange: boolean): Promise<SavedViewRow> {
    const row = await this.views.lock(pathway, id);
    if (!row || !maySee(row, actor)) throw new NotFound('This view');
    if (toChange && !mayChange(row, actor)) throw refused('own-view', {});
    return row;
  }
}

function refused(code: 'own-view' | 'role-in', params: Record<string, unknown>): Refused {
  return new Refused([{ code, params, link: null }]);
}
