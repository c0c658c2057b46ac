import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionKind, DecisionState, Outcome, VerdictKind } from '#contracts';
import type { CriterionDefinition } from '../../workflow/index.js';
import type { KeptEvidence } from './evidence.js';

/** What the rule says of the experiment that a decision follows. */
export interface SpokenVerdict {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly verdict: VerdictKind;
  /** What it said at first, by card and numbers before they were changed, where that is something else. */
  readonly atFirst?: VerdictKind | null;
}

/** A gate that somebody named opens or keeps shut. */
@Entity({ schema: 'app', name: 'decision' })
export class Decision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'idea_id' })
  ideaId: string;

  @Column('text')
  kind: DecisionKind;

  @Column('text')
  state: DecisionState;

  /** What the idea was called when it was asked for; null: that is not known. */
  @Column('text', { name: 'idea_title', nullable: true })
  ideaTitle: string | null;

  /** The transition that a `yes` takes. */
  @Column('text', { name: 'from_step' })
  from: string;

  @Column('text', { name: 'to_step' })
  to: string;

  @Column('uuid', { name: 'decider_id' })
  deciderId: string;

  /** Who made it: the decider, or who decided in their place while they were away. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('uuid', { name: 'asked_by' })
  askedBy: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('timestamptz')
  deadline: Date;

  /** What the asker wrote. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  outcome: Outcome | null;

  /** What the decider wrote, for the submitter. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** When a `yes` was used up by the move it made. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  /** What has to change, of an `adapt`. */
  @Column('text', { name: 'must_change', nullable: true })
  mustChange: string | null;

  /** Why it was decided against the verdict. */
  @Column('text', { nullable: true })
  explanation: string | null;

  /** What the rule said of the latest concluded experiment when it was decided; null: nothing. */
  @Column('jsonb', { nullable: true })
  verdict: SpokenVerdict | null;

  @Column('boolean', { name: 'against_verdict' })
  againstVerdict: boolean;

  /** What was true when it was asked for. */
  @Column('jsonb')
  evidence: readonly KeptEvidence[];

  /** By what its panel scores it. */
  @Column('jsonb')
  criteria: readonly CriterionDefinition[];
}

/** What a decision rests on, and by what it is scored. */
export type DecisionBasis = Pick<Decision, 'evidence' | 'criteria'>;

/** A decision with what a list shows of its idea. */
export interface DecisionRow extends Omit<Decision, keyof DecisionBasis> {
  readonly ideaNumber: number;
  readonly title: string;
  readonly step: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly submitterId: string | null;
  readonly ownerId: string | null;
  readonly pastOwners: readonly string[];
  readonly furtherPeople: readonly string[];
  readonly steppedOut: readonly string[];
  readonly againstVerdict: boolean;
}
