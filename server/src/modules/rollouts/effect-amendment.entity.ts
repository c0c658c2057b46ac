import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExpectedEffectView, RolloutPromise } from '#contracts';

/** What was promised; an older server kept the effect alone. */
export type KeptPromise = ExpectedEffectView & Partial<RolloutPromise>;

/** A change of what a rollout that has begun promises. Amendments are only ever added. */
@Entity({ schema: 'app', name: 'effect_amendment' })
export class EffectAmendment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'rollout_id' })
  rolloutId: string;

  /** First, second … amendment of its rollout. */
  @Column('int')
  number: number;

  @Column('jsonb')
  before: KeptPromise;

  @Column('jsonb')
  after: KeptPromise;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('timestamptz')
  at: Date;
}
