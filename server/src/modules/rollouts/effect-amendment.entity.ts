import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExpectedEffectView } from '#contracts';

/** A change of the expected effect of a rollout that has begun. Amendments are only ever added. */
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
  before: ExpectedEffectView;

  @Column('jsonb')
  after: ExpectedEffectView;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('timestamptz')
  at: Date;
}
