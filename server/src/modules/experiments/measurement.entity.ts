import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Group } from '#contracts';
import type { Measured } from './measured.js';

/** What was measured on a day in one group, as it is in force; earlier values stand in its corrections. */
@Entity({ schema: 'app', name: 'measurement' })
export class Measurement implements Measured {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'experiment_id' })
  experimentId: string;

  @Column('text', { name: 'group_name' })
  group: Group;

  @Column('date', { name: 'measured_on' })
  on: string;

  @Column('int', { nullable: true })
  successes: number | null;

  @Column('int', { nullable: true })
  total: number | null;

  @Column('double precision', { nullable: true })
  value: number | null;

  @Column('double precision', { name: 'value_before', nullable: true })
  before: number | null;

  @Column('int', { name: 'event_count', nullable: true })
  count: number | null;

  @Column('double precision', { nullable: true })
  exposure: number | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'member_id', nullable: true })
  memberId: string | null;

  @Column('timestamptz')
  at: Date;

  /** Since then it does not count. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
