import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** Who works on which idea. */
@Injectable()
export class TeamRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** The members of an idea's team, first who joined first. */
  async ofIdea(idea: string): Promise<string[]> {
    const rows = await this.rows<{ member_id: string }>(
      `select member_id from app.idea_team where organisation_id = $1 and idea_id = $2 order by joined_at, member_id`,
      [this.organisation, idea],
    );
    return rows.map((row) => row.member_id);
  }

  /** Which of these ideas have the member in their team. */
  async withMember(ideas: readonly string[], member: string): Promise<ReadonlySet<string>> {
    const rows = await this.rows<{ idea_id: string }>(
      `select idea_id from app.idea_team where organisation_id = $1 and idea_id = any($2::uuid[]) and member_id = $3`,
      [this.organisation, ideas, member],
    );
    return new Set(rows.map((row) => row.idea_id));
  }

  /** Adds a member; false when they were in it already. */
  async add(idea: string, member: string, at: Date): Promise<boolean> {
    const rows = await this.rows(
      `insert into app.idea_team (organisation_id, idea_id, member_id, joined_at) values ($1, $2, $3, $4) on conflict do nothing returning member_id`,
      [this.organisation, idea, member, at],
    );
    return rows.length > 0;
  }

  /** Takes a member out; false when they were not in it. */
  async remove(idea: string, member: string): Promise<boolean> {
    const rows = await this.rows(
      `delete from app.idea_team where organisation_id = $1 and idea_id = $2 and member_id = $3 returning member_id`,
      [this.organisation, idea, member],
    );
    return rows.length > 0;
  }
}
