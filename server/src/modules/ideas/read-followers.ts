import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FollowerPage, ListFollowers } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import { type Bystander, FollowersRepository } from './followers.repository.js';
import { IdeasRepository } from './ideas.repository.js';

const sinceKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** Shows who follows an idea, or who supports it: openly, as they chose to. How else they stand to the idea is not said. */
@Injectable()
export class ReadFollowers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly followers: FollowersRepository,
    private readonly members: MembersRepository,
  ) {}

  /** @throws NotFound, Invalid for a cursor that is none. */
  ofIdea(actor: Actor, as: Bystander, number: number, { cursor, limit }: ListFollowers): Promise<FollowerPage> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.row(number);
      if (!idea) throw new NotFound('This idea');
      const rows = await this.followers.ofIdea(as, idea.id, readCursor(cursor, sinceKey), limit + 1);
      const { items, next } = pageOf(rows, limit, ({ since, member }) => [since.toISOString(), member]);
      const people = await this.members.people(
        items.map(({ member }) => member),
        actor.language,
      );
      return { items: items.flatMap(({ member }) => people.get(member) ?? []), next };
    });
  }
}
