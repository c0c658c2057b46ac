import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody saw in an experiment, in words. */
@Entity({ schema: 'app', name: 'observation' })
export class Observation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'experiment_id' })
  experimentId: string;

  @Column('date', { name: 'observed_on' })
  on: string;

  @Column('text')
  text: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('timestamptz')
  at: Date;
}
