import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChallengeState } from '#contracts';

/** A question that the hub asks for a while; ideas answer it. */
@Entity({ schema: 'app', name: 'challenge' })
export class Challenge {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('int')
  version: number;

  @Column('text')
  question: string;

  @Column('text')
  about: string;

  @Column('text')
  criteria: string;

  /** The first and the last day of its period. */
  @Column('date', { name: 'opens_on' })
  opensOn: string;

  @Column('date', { name: 'closes_on' })
  closesOn: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** A challenge as of a day: whether it takes ideas, and how many answer it. */
export interface ChallengeRow extends Omit<Challenge, 'organisationId' | 'createdAt'> {
  readonly state: ChallengeState;
  readonly ideas: number;
}
