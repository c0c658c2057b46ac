import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** That a decision was handed from one decider to another. */
export interface DelegationRow {
  readonly id: string;
  readonly decision: string;
  readonly from: string;
  readonly to: string;
  /** Who handed it on: the decider, or the hub. */
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Decisions of the organisation at work that were handed on. */
@Injectable()
export class DelegationsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** By the decision's id, the latest first. */
  async ofDecisions(decisions: readonly string[]): Promise<ReadonlyMap<string, DelegationRow[]>> {
    if (decisions.length === 0) return new Map();
    const rows = await this.rows<DelegationRow>(
      `select id, decision_id as decision, from_member as "from", to_member as "to", member_id as by, reason, at
       from app.delegation where organisation_id = $1 and decision_id = any($2::uuid[]) order by at desc, id desc`,
      [this.organisation, decisions],
    );
    return Map.groupBy(rows, ({ decision }) => decision);
  }

  async add(row: DelegationRow): Promise<void> {
    await this.rows(
      `insert into app.delegation (id, organisation_id, decision_id, from_member, to_member, member_id, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.id, this.organisation, row.decision, row.from, row.to, row.by, row.reason, row.at],
    );
  }
}
