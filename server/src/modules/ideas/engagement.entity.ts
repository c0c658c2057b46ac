import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Residents or users were involved: who, how many, how, and what was heard. */
@Entity({ schema: 'app', name: 'engagement' })
export class Engagement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'idea_id' })
  ideaId: string;

  /** The experiment in which it was, if it was in one. */
  @Column('uuid', { name: 'experiment_id', nullable: true })
  experimentId: string | null;

  /** The step on which the idea stood. */
  @Column('text')
  step: string;

  @Column('date', { name: 'engaged_on' })
  on: string;

  /** The group, not its people. */
  @Column('text')
  who: string;

  @Column('int', { nullable: true })
  count: number | null;

  @Column('text')
  how: string;

  @Column('text')
  heard: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('timestamptz')
  at: Date;
}
