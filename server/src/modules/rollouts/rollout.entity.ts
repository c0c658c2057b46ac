import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Direction, RolloutState } from '#contracts';

/** A step on the way into use, by its days. */
export interface Milestone {
  readonly title: string;
  readonly on: string;
  readonly doneOn: string | null;
}

/** How an idea that works comes into use. */
@Entity({ schema: 'app', name: 'rollout' })
export class Rollout {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'idea_id' })
  ideaId: string;

  @Column('int')
  version: number;

  @Column('text')
  state: RolloutState;

  /** The receiving unit. */
  @Column('text', { nullable: true })
  unit: string | null;

  /** The member who answers for it. */
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** In the order of their days. */
  @Column('jsonb')
  milestones: readonly Milestone[];

  /** How much of what is expected by which day; all three or none. */
  @Column('double precision', { name: 'effect_value', nullable: true })
  effectValue: number | null;

  @Column('text', { name: 'effect_unit', nullable: true })
  effectUnit: string | null;

  @Column('date', { name: 'effect_by', nullable: true })
  effectBy: string | null;

  /** On which side of the value the effect is reached. */
  @Column('text', { name: 'effect_direction' })
  effectDirection: Direction;

  @Column('date', { name: 'follow_up_on', nullable: true })
  followUpOn: string | null;

  /** What the follow-up measured, and on which day; both or none. */
  @Column('double precision', { name: 'measured_value', nullable: true })
  measuredValue: number | null;

  @Column('date', { name: 'measured_on', nullable: true })
  measuredOn: string | null;

  @Column('text', { name: 'measured_note', nullable: true })
  measuredNote: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** What people plan of a rollout. */
export type RolloutFields = Pick<
  Rollout,
  'unit' | 'ownerId' | 'milestones' | 'effectValue' | 'effectUnit' | 'effectBy' | 'effectDirection' | 'followUpOn'
>;
