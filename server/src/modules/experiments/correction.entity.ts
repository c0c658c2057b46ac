import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Measured } from './measured.js';

/** A change of what was measured: the values before it and after it. Corrections are only ever added. */
@Entity({ schema: 'app', name: 'measurement_correction' })
export class Correction {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'measurement_id' })
  measurementId: string;

  /** First, second … correction of its measurement. */
  @Column('int')
  number: number;

  @Column('jsonb')
  before: Measured;

  /** Null where the measurement was withdrawn. */
  @Column('jsonb', { nullable: true })
  after: Measured | null;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('timestamptz')
  at: Date;
}
