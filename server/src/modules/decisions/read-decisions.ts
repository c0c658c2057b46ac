import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DECISION_STATES, type DecisionDetail, type DecisionPage, type ListDecisions } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import { DecisionDetails } from './decision-detail.view.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';

const momentKey = z.tuple([z.iso.datetime(), z.uuid()]);
const OPEN = DECISION_STATES.filter((state) => state !== 'decided');

/** Shows decisions: of an idea, and of the organisation. */
@Injectable()
export class ReadDecisions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly decisions: DecisionsRepository,
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
   * The decisions of the organisation, the last asked first. `mine` lists those of the asking person: what waits for their decision or
   * their scorecard, the most urgent first, or with a state those in it.
   */
  list(actor: Actor, query: ListDecisions): Promise<DecisionPage> {
    return this.work.run(actor.organisation.id, async () => {
      const isMine = query.mine === true;
      const order = isMine && query.state !== 'decided' ? 'deadline' : 'newest';
      const rows = await this.decisions.list({
        decider: isMine ? actor.member : null,
        scorer: isMine ? { member: actor.member, now: this.clock.now() } : null,
        states: query.state ? [query.state] : isMine ? OPEN : DECISION_STATES,
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
}
