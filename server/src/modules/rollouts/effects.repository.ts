import { Injectable } from '@nestjs/common';
import type { EffectSummary, RolloutState } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { Rollout } from './rollout.entity.js';
import { scaleUpDecided } from './rollouts.repository.js';

/** A rollout as far as its effect goes, with its idea. */
export interface EffectRow extends Omit<Rollout, 'organisationId' | 'ideaId' | 'version' | 'milestones' | 'updatedAt'> {
  readonly number: number;
  readonly title: string;
  /** Nobody has said yes to its scale-up. */
  readonly undecided: boolean;
}

/** What a list of effects is narrowed to. */
export interface EffectFilter {
  readonly state: RolloutState | null;
  /** The receiving unit, by its name in whatever case. */
  readonly unit: string | null;
  /** `urgent`: the next follow-up first, what has no day last; `newest`: the last planned first. */
  readonly order: 'urgent' | 'newest';
  /** The day of follow-up (`infinity` without one) or when it was planned, and the id of the last one of the page before. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

const ORDERS = {
  urgent: { key: `coalesce(r.follow_up_on, 'infinity'::date)`, type: 'date', direction: 'asc', beyond: '>' },
  newest: { key: 'r.created_at', type: 'timestamptz', direction: 'desc', beyond: '<' },
} as const;

const REACHED = `case r.effect_direction when 'at-most' then r.measured_value <= r.effect_value else r.measured_value >= r.effect_value end`;

/** `isFollowUpOverdue` or `isEffectOverdue` on day `$3`. */
const OVERDUE = `(r.state = 'in-use' and r.follow_up_on < $3::date)
  or (r.state not in ('followed-up', 'withdrawn') and r.effect_by < $3::date and r.measured_value is null)`;

/** What was expected of the rollouts of the organisation at work, and what came of it. */
@Injectable()
export class EffectsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async list({ state, unit, order, after, limit }: EffectFilter): Promise<EffectRow[]> {
    const { key, type, direction, beyond } = ORDERS[order];
    return this.rows<EffectRow>(
      `select r.id, r.state, r.unit, r.owner_id as "ownerId", r.effect_value as "effectValue", r.effect_unit as "effectUnit",
         r.effect_by::text as "effectBy", r.effect_direction as "effectDirection", r.follow_up_on::text as "followUpOn",
         r.measured_value as "measuredValue", r.measured_on::text as "measuredOn", r.measured_note as "measuredNote",
         r.created_at as "createdAt", i.number, i.title,
         not ${scaleUpDecided('i.id')} as undecided
       from app.rollout r join app.idea i on i.id = r.idea_id and i.organisation_id = r.organisation_id
       where r.organisation_id = $1 and ($2::text is null or r.state = $2) and ($3::text is null or lower(r.unit) = lower($3))
         and ($4::text is null or (${key}, r.id) ${beyond} ($4::${type}, $5::uuid))
       order by ${key} ${direction}, r.id ${direction} limit $6`,
      [this.organisation, state, unit, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Counts over all of them, or over those of a receiving unit. @param today as `2026-03-31` */
  async summary(unit: string | null, today: string): Promise<EffectSummary> {
    const [row] = await this.rows<EffectSummary>(
      `select count(*)::int as total, count(*) filter (where r.state = 'in-use')::int as "inUse",
         count(*) filter (where r.state = 'followed-up')::int as "followedUp",
         count(*) filter (where r.state = 'followed-up' and ${REACHED} and r.measured_on <= r.effect_by)::int as reached,
         count(*) filter (where r.state = 'followed-up' and ${REACHED} and r.measured_on > r.effect_by)::int as "reachedLate",
         count(*) filter (where r.state = 'followed-up' and not ${REACHED})::int as missed,
         count(*) filter (where ${OVERDUE})::int as overdue
       from app.rollout r where r.organisation_id = $1 and ($2::text is null or lower(r.unit) = lower($2))`,
      [this.organisation, unit, today],
    );
    if (!row) throw new Error('A count has no row.');
    return row;
  }
}
