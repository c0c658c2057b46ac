import { Injectable } from '@nestjs/common';
import type { Standing } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** How somebody may stand to an idea without working on it: told of what becomes of it, or in favour of it. */
export type Bystander = 'follower' | 'supporter';

/** A bystander of an idea, and since when. */
export interface BystanderRow {
  readonly member: string;
  readonly since: Date;
}

const TABLES: Readonly<Record<Bystander, string>> = { follower: 'app.idea_follower', supporter: 'app.idea_supporter' };

/** Who follows and who supports which idea. */
@Injectable()
export class FollowersRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Adds a member; again changes nothing. */
  async add(as: Bystander, idea: string, member: string, since: Date): Promise<void> {
    await this.rows(
      `insert into ${TABLES[as]} (organisation_id, idea_id, member_id, since) values ($1, $2, $3, $4) on conflict do nothing`,
      [this.organisation, idea, member, since],
    );
  }

  /** Takes a member out; again changes nothing. */
  async remove(as: Bystander, idea: string, member: string): Promise<void> {
    await this.rows(`delete from ${TABLES[as]} where organisation_id = $1 and idea_id = $2 and member_id = $3`, [
      this.organisation,
      idea,
      member,
    ]);
  }

  /** How a member stands to an idea, and how many others do. */
  async standing(idea: string, member: string): Promise<Standing> {
    const [row] = await this.rows<Standing>(
      `select f.here as following, f.total as followers, s.here as supported, s.total as supporters
       from (select count(*)::int as total, coalesce(bool_or(member_id = $3), false) as here from app.idea_follower
         where organisation_id = $1 and idea_id = $2) f,
       (select count(*)::int as total, coalesce(bool_or(member_id = $3), false) as here from app.idea_supporter
         where organisation_id = $1 and idea_id = $2) s`,
      [this.organisation, idea, member],
    );
    if (!row) throw new Error('A count has no row.');
    return row;
  }

  /** Those of an idea, who came last first, after one of them. */
  async ofIdea(as: Bystander, idea: string, after: readonly [string, string] | null, limit: number): Promise<BystanderRow[]> {
    return this.rows<BystanderRow>(
      `select member_id as member, since from ${TABLES[as]} where organisation_id = $1 and idea_id = $2
         and ($3::timestamptz is null or (since, member_id) < ($3, $4::uuid)) order by since desc, member_id desc limit $5`,
      [this.organisation, idea, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }
}
