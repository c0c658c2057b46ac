import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { DecisionDetail, DecisionPage, ListDecisions } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import { DecisionDetails } from './decision-detail.view.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { type Condition, conditionsOf, decidedBy, waitingFor } from './log-filter.js';
import { StandIns } from './stand-ins.js';

const momentKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** Shows decisions: of an idea, and of the organisation. */
@Injectable()
export class ReadDecisions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly standIns: StandIns,
    private readonly views: DecisionViews,
    private readonly details: DecisionDetails,
    private readonly clock: Clock,
  ) {}

  /** One decision with its evidence and its panel, as this member may see it. @throws NotFound */
  one(actor: Actor, id: string): Promise<DecisionDetail> {
    return this.work.run(actor.organisation.id, () => this.details.one(id, actor));
  }

  /** All decisions of an idea, the last asked first. @throws NotFound */
  ofIdea(actor: Actor, number: number): Promise<DecisionPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      return { items: await this.views.all(await this.decisions.ofIdea(idea.id), actor), next: null };
    });
  }

  /**
   * The decisions of the organisation, the last asked first. `mine` lists those of the asking person: what waits for their decision, also in
   * the place of somebody who is away, or for their scorecard, the most urgent first; or what they have decided.
   */
  list(actor: Actor, query: ListDecisions): Promise<DecisionPage> {
    return this.work.run(actor.organisation.id, async () => {
      const isMine = query.mine === true;
      const order = isMine && query.state !== 'decided' ? 'deadline' : 'newest';
      const rows = await this.decisions.list({
        conditions: [...conditionsOf(query, actor.organisation.timeZone), ...(isMine ? [await this.mine(actor, query)] : [])],
        order,
        after: readCursor(query.cursor, momentKey),
        limit: query.limit + 1,
      });
      const { items, next } = pageOf(rows, query.limit, (row) => [
        (order === 'deadline' ? row.deadline : row.askedAt).toISOString(),
        row.id,
      ]);
      return { items: await this.views.all(items, actor), next };
    });
  }

  private async mine({ member, organisation }: Actor, { state }: ListDecisions): Promise<Condition> {
    if (state === 'decided') return decidedBy(member);
    return waitingFor(member, await this.standIns.absentFor(member, organisation.timeZone), this.clock.now());
  }
}
