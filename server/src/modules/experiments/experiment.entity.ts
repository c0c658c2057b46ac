import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExperimentState } from '#contracts';
import { storedCard, type TestCard } from './test-card.js';

/** A test of an idea, with its card. */
@Entity({ schema: 'app', name: 'experiment' })
export class Experiment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'idea_id' })
  ideaId: string;

  /** First, second … experiment of its idea. */
  @Column('int')
  number: number;

  @Column('int')
  version: number;

  @Column('text')
  state: ExperimentState;

  @Column('text')
  title: string;

  @Column('jsonb', { transformer: { from: storedCard, to: (card: TestCard) => card } })
  card: TestCard;

  /** When the card was locked, and by whom: at the start. */
  @Column('timestamptz', { name: 'locked_at', nullable: true })
  lockedAt: Date | null;

  @Column('uuid', { name: 'locked_by', nullable: true })
  lockedBy: string | null;

  /** When it was concluded or stopped. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** What came out, in words. */
  @Column('text', { nullable: true })
  result: string | null;

  /** The experiment whose card this one adapts. */
  @Column('uuid', { name: 'based_on', nullable: true })
  basedOn: string | null;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
