import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listMembers, type ListMembers, memberPage, type MemberPage } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { Answers, CurrentActor, pageOf, Permit, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from './members.repository.js';

const after = z.tuple([z.string(), z.uuid()]);

/** The people of an organisation. */
@Controller('api/v1/organisations/:organisation/members')
export class MembersController {
  constructor(
    private readonly members: MembersRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('list-members', 'Find members by name and role')
  @Answers(200, memberPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listMembers }) query: ListMembers): Promise<MemberPage> {
    return this.work.run(actor.organisation.id, async () => {
      const rows = await this.members.search({
        q: query.q || undefined,
        role: query.role,
        after: readCursor(query.cursor, after),
        limit: query.limit + 1,
      });
      return pageOf(rows, query.limit, (row) => [row.name, row.id]);
    });
  }
}
