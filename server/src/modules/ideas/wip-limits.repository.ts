import { Injectable } from '@nestjs/common';
import type { WipLimit } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { StepLimit } from '../../workflow/index.js';

/** How many ideas the steps of the organisation at work are meant to hold. */
@Injectable()
export class WipLimitsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** The limits of a pathway, by step. */
  async of(pathway: string): Promise<ReadonlyMap<string, WipLimit>> {
    const rows = await this.rows<WipLimit & { step: string }>(
      `select step, at_most as "atMost", hard from app.wip_limit where organisation_id = $1 and pathway = $2`,
      [this.organisation, pathway],
    );
    return new Map(rows.map(({ step, ...limit }) => [step, limit]));
  }

  /** Holds the limit of a step until the transaction ends, and counts what stands there now; undefined when there is none any more. */
  async hold(pathway: string, step: string): Promise<StepLimit | undefined> {
    const [limit] = await this.rows<WipLimit>(
      `select at_most as "atMost", hard from app.wip_limit where organisation_id = $1 and pathway = $2 and step = $3 for update`,
      [this.organisation, pathway, step],
    );
    if (!limit) return undefined;
    // A statement of its own: it sees what those committed who held the limit before.
    const [standing] = await this.rows<{ total: number }>(
      `select count(*)::int as total from app.idea where organisation_id = $1 and pathway = $2 and step = $3`,
      [this.organisation, pathway, step],
    );
    return { pathway, step, ...limit, total: standing?.total ?? 0 };
  }

  async set(pathway: string, step: string, { atMost, hard }: WipLimit): Promise<void> {
    await this.rows(
      `insert into app.wip_limit (organisation_id, pathway, step, at_most, hard) values ($1, $2, $3, $4, $5)
       on conflict (organisation_id, pathway, step) do update set at_most = excluded.at_most, hard = excluded.hard`,
      [this.organisation, pathway, step, atMost, hard],
    );
  }

  async lift(pathway: string, step: string): Promise<void> {
    await this.rows(`delete from app.wip_limit where organisation_id = $1 and pathway = $2 and step = $3`, [
      this.organisation,
      pathway,
      step,
    ]);
  }
}
