import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { HistoryItem, HistoryPage, IdeaCard, IdeaPage, IdeaView, ListedIdea, ListHistory, ListIdeas } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { stepOf } from '../../workflow/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { ExcerptsRepository } from './excerpts.repository.js';
import { IdeaViews } from './idea.view.js';
import { filterOf } from './idea-filter.js';
import { cursorOf, keyOf } from './idea-order.js';
import { IdeasRepository } from './ideas.repository.js';
import { type TrailEvent, TrailRepository } from './trail.repository.js';

const seqKey = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** Shows ideas: one, a page of them, and what happened to one. */
@Injectable()
export class ReadIdeas {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly trail: TrailRepository,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
    private readonly views: IdeaViews,
    private readonly excerpts: ExcerptsRepository,
    private readonly clock: Clock,
  ) {}

  one(actor: Actor, number: number): Promise<IdeaView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      return this.views.whole(idea, actor);
    });
  }

  list(actor: Actor, query: ListIdeas): Promise<IdeaPage> {
    return this.work.run(actor.organisation.id, async () => {
      const { sort = 'newest', limit, cursor, ...asked } = query;
      const after = readCursor(cursor, cursorOf(sort));
      const rows = await this.ideas.list(filterOf(asked, actor, this.clock.now()), { sort, after, limit: limit + 1 });
      const { items, next } = pageOf(rows, limit, keyOf);
      const cards = await this.views.cards(items, actor);
      const excerpts = query.q
        ? await this.excerpts.around(
            query.q,
            items.map(({ id }) => id),
          )
        : null;
      return { items: cards.map((card, index) => withExcerpt(card, excerpts?.get(items[index]?.id ?? ''))), next };
    });
  }

  history(actor: Actor, number: number, query: ListHistory): Promise<HistoryPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.find(number);
      if (!idea) throw new NotFound('This idea');
      const events = await this.trail.events(idea.id, readCursor(query.cursor, seqKey)?.[0] ?? null, query.limit + 1);
      const { items, next } = pageOf(events, query.limit, (event) => [event.seq]);
      const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
      const people = await this.members.people(
        items.flatMap((event) => [event.member, memberOf(event)]),
        actor.language,
      );
      const nameOf = (event: TrailEvent, step: string | null) =>
        step !== null && event.kind.startsWith('idea-') ? (stepOf(definition, step)?.names?.[actor.language] ?? step) : null;
      return {
        items: items.map((event): HistoryItem => {
          const { reason, ...written } = event.text ?? {};
          const member = memberOf(event);
          return {
            id: event.id,
            at: event.at.toISOString(),
            by: event.member === null ? null : (people.get(event.member) ?? null),
            kind: event.kind,
            from: event.from,
            to: event.to,
            fromName: nameOf(event, event.from),
            toName: nameOf(event, event.to),
            reason: typeof reason === 'string' ? reason : null,
            details: { ...event.data, ...written, ...(member === null ? {} : { member: people.get(member) ?? null }) },
          };
        }),
        next,
      };
    });
  }
}

function memberOf(event: TrailEvent): string | null {
  return typeof event.data['member'] === 'string' ? event.data['member'] : null;
}

function withExcerpt(card: IdeaCard, excerpt: string | undefined): ListedIdea {
  return excerpt === undefined ? card : { ...card, excerpt };
}
