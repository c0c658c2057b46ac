import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IdeaText, Language } from '#contracts';

/** What moves along a pathway. */
@Entity({ schema: 'app', name: 'idea' })
export class Idea {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  /** Its number within the organisation. */
  @Column('int')
  number: number;

  /** Key of the pathway, and the version it is under way on. */
  @Column('text')
  pathway: string;

  @Column('int', { name: 'pathway_version' })
  pathwayVersion: number;

  @Column('text')
  step: string;

  /** The station it left when it went aside. */
  @Column('text', { name: 'came_from', nullable: true })
  cameFrom: string | null;

  @Column('timestamptz', { name: 'step_since' })
  stepSince: Date;

  /** Its place in the column: a fractional index in byte order. */
  @Column('text')
  rank: string;

  @Column('int')
  version: number;

  @Column('text')
  language: Language;

  @Column('text')
  title: string;

  @Column('text')
  need: string;

  @Column('text', { nullable: true })
  proposal: string | null;

  @Column('text', { nullable: true })
  beneficiaries: string | null;

  @Column('text', { name: 'effect_goal', nullable: true })
  effectGoal: string | null;

  @Column('text', { nullable: true })
  schedule: string | null;

  @Column('text', { name: 'cost_estimate', nullable: true })
  costEstimate: string | null;

  @Column('text', { name: 'test_group', nullable: true })
  testGroup: string | null;

  @Column('text', { nullable: true })
  partners: string | null;

  @Column('text', { array: true })
  tags: string[];

  @Column('uuid', { name: 'submitter_id', nullable: true })
  submitterId: string | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** Everybody who owned it before and handed it on. */
  @Column('uuid', { name: 'past_owners', array: true })
  pastOwners: string[];

  /** When the step's promise falls due. */
  @Column('timestamptz', { nullable: true })
  due: Date | null;

  /** The day on which a parked idea comes back. */
  @Column('date', { name: 'return_on', nullable: true })
  returnOn: string | null;

  @Column('int', { name: 'merged_into', nullable: true })
  mergedInto: number | null;

  /** The challenge that it answers. */
  @Column('uuid', { name: 'challenge_id', nullable: true })
  challengeId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** An idea without its long texts, of which only is known whether they say anything: enough for a card. */
export interface IdeaRow extends Omit<Idea, 'need' | 'pastOwners' | 'challengeId' | IdeaText> {
  readonly filled: readonly IdeaText[];
}
