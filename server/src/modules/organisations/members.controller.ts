import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { id, listMembers, type ListMembers, memberPage, type MemberPage, personView, type PersonView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { Answers, CurrentActor, NotFound, pageOf, Permit, readCursor } from '../../platform/http/index.js';
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

  @Get(':member')
  @Permit('read-member', 'A member, also one who has left: the name that stands where something was theirs')
  @Answers(200, personView, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('member', { schema: id }) member: string): Promise<PersonView> {
    return this.work.run(actor.organisation.id, async () => {
      const person = (await this.members.people([member], actor.language)).get(member);
      if (!person) throw new NotFound('This member');
      return person;
    });
  }
}
