import { Injectable } from '@nestjs/common';
import type { HomeDuty, HomeIdea, HomeView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type Actor, isHub } from '../../platform/tenancy/index.js';
import { stepOf } from '../../workflow/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { WEEK } from './idea-filter.js';
import { OwnIdeasRepository } from './own-ideas.repository.js';
import { stationsOf } from './stations.js';

/** Shows a member their ideas as stations on their path, and which ideas wait for them. Nobody is named in it. */
@Injectable()
export class ReadOwnIdeas {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnIdeasRepository,
    private readonly pathways: PathwaysRepository,
    private readonly clock: Clock,
  ) {}

  /** The newest of those that they submitted, own or work on. */
  stations(actor: Actor, limit: number): Promise<HomeView['ideas']> {
    return this.work.run(actor.organisation.id, async () => {
      const { rows, total } = await this.own.of(actor.member, limit);
      const now = this.clock.now();
      const items: HomeIdea[] = [];
      for (const { number, title, language, pathway, pathwayVersion, step, cameFrom, stepSince, due } of rows) {
        const definition = await this.pathways.definition(pathway, pathwayVersion);
        items.push({
          number,
          title,
          language,
          step,
          stepName: stepOf(definition, step)?.names?.[actor.language] ?? step,
          stepSince: stepSince.toISOString(),
          due: due?.toISOString() ?? null,
          overdue: due !== null && due < now,
          path: stationsOf({ step, cameFrom }, definition, actor.language),
        });
      }
      return { items, total };
    });
  }

  /** What they own and is overdue or due within a week, and for the hub what waits too long for its first answer; the oldest due first. */
  waiting(actor: Actor, limit: number): Promise<HomeView['waiting']> {
    return this.work.run(actor.organisation.id, async () => {
      const now = this.clock.now();
      const when = { triages: isHub(actor), now, soon: new Date(now.getTime() + WEEK) };
      const { rows, total } = await this.own.waiting(actor.member, when, limit);
      const items = rows.map(({ kind, number, title, language, due }): HomeDuty => ({
        kind,
        decision: null,
        number,
        title,
        language,
        due: due.toISOString(),
        overdue: due < now,
        link: `/${actor.organisation.slug}/ideas/${number}`,
      }));
      return { items, total };
    });
  }
}
