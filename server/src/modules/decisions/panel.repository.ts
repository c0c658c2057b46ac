import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { KeptScore, PanelMember, Scorecard } from './panel.js';

/** The panels of the organisation at work. */
@Injectable()
export class PanelRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Puts members on the panel of a decision, in this order. */
  async add(decision: string, members: readonly string[]): Promise<void> {
    await this.rows(
      `insert into app.panel_member (organisation_id, decision_id, member_id, position)
       select $1, $2, member, position from unnest($3::uuid[]) with ordinality as named(member, position)`,
      [this.organisation, decision, members],
    );
  }

  /** The panels of these decisions, in one query; each in the order in which its members were named. */
  async of(decisions: readonly string[]): Promise<ReadonlyMap<string, readonly PanelMember[]>> {
    const rows = await this.rows<PanelMember & { decision: string }>(
      `select p.decision_id as decision, p.member_id as member, p.conflict, s.member_id is not null as "hasScored"
       from app.panel_member p
       left join app.scorecard s on s.organisation_id = p.organisation_id and s.decision_id = p.decision_id and s.member_id = p.member_id
       where p.organisation_id = $1 and p.decision_id = any($2::uuid[]) order by p.decision_id, p.position`,
      [this.organisation, decisions],
    );
    return Map.groupBy(rows, (row) => row.decision);
  }

  /** The scorecard of one member, or null. */
  async scorecardOf(decision: string, member: string): Promise<Scorecard | null> {
    const [row] = await this.rows<Scorecard>(
      `select member_id as member, scores, at from app.scorecard where organisation_id = $1 and decision_id = $2 and member_id = $3`,
      [this.organisation, decision, member],
    );
    return row ?? null;
  }

  /** All scorecards of a decision, in the order of its panel. To be asked for only when it is blind no more. */
  async scorecards(decision: string): Promise<Scorecard[]> {
    return this.rows<Scorecard>(
      `select s.member_id as member, s.scores, s.at from app.scorecard s join app.panel_member p
         on p.organisation_id = s.organisation_id and p.decision_id = s.decision_id and p.member_id = s.member_id
       where s.organisation_id = $1 and s.decision_id = $2 order by p.position`,
      [this.organisation, decision],
    );
  }

  /** Writes a member's scorecard, in place of an earlier one. */
  async score(decision: string, member: string, scores: readonly KeptScore[], at: Date): Promise<void> {
    await this.rows(
      `insert into app.scorecard (organisation_id, decision_id, member_id, scores, at) values ($1, $2, $3, $4::jsonb, $5)
       on conflict (decision_id, member_id) do update set scores = excluded.scores, at = excluded.at`,
      [this.organisation, decision, member, JSON.stringify(scores), at],
    );
  }

  /** Lets a member step out; a scorecard they had given goes with them. */
  async stepOut(decision: string, member: string, conflict: string, at: Date): Promise<void> {
    await this.rows(`delete from app.scorecard where organisation_id = $1 and decision_id = $2 and member_id = $3`, [
      this.organisation,
      decision,
      member,
    ]);
    await this.rows(
      `update app.panel_member set conflict = $4, conflict_at = $5 where organisation_id = $1 and decision_id = $2 and member_id = $3`,
      [this.organisation, decision, member, conflict, at],
    );
  }
}
