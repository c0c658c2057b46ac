import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of `total` observed on a day, how many were successes. */
@Entity({ schema: 'app', name: 'measurement' })
export class Measurement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'experiment_id' })
  experimentId: string;

  @Column('text', { name: 'group_name' })
  group: 'test' | 'comparison';

  @Column('date', { name: 'measured_on' })
  on: string;

  @Column('int')
  successes: number;

  @Column('int')
  total: number;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'member_id', nullable: true })
  memberId: string | null;

  @Column('timestamptz')
  at: Date;
}
