import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { EngagementPage, ListEngagements } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { engagementView } from './engagement.view.js';
import { EngagementsRepository } from './engagements.repository.js';
import { IdeasRepository } from './ideas.repository.js';

const dayKey = z.tuple([z.iso.date(), z.uuid()]);

/** Shows how residents and users were involved in an idea, the latest day first. */
@Injectable()
export class ReadEngagements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly engagements: EngagementsRepository,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
  ) {}

  /** @throws NotFound, Invalid for a cursor that is none. */
  ofIdea(actor: Actor, number: number, query: ListEngagements): Promise<EngagementPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      const rows = await this.engagements.ofIdea(idea.id, readCursor(query.cursor, dayKey), query.limit + 1);
      const { items, next } = pageOf(rows, query.limit, (row) => [row.on, row.id]);
      const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
      const people = await this.members.people(
        items.map(({ memberId }) => memberId),
        actor.language,
      );
      return { items: items.map((it) => engagementView(it, definition, people, actor.language)), next };
    });
  }
}
