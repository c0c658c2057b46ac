import { Column, Entity, PrimaryColumn } from 'typeorm';
import { storedCard, type TestCard } from './test-card.js';

const card = { transformer: { from: storedCard, to: (it: TestCard) => it } };

/** A change of a locked test card: the card before it and after it. Amendments are only ever added. */
@Entity({ schema: 'app', name: 'amendment' })
export class Amendment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'experiment_id' })
  experimentId: string;

  /** First, second … amendment of its experiment. */
  @Column('int')
  number: number;

  @Column('jsonb', card)
  before: TestCard;

  @Column('jsonb', card)
  after: TestCard;

  /** What was changed. */
  @Column('text', { array: true })
  fields: (keyof TestCard)[];

  @Column('text')
  reason: string;

  /** Something had been measured before. */
  @Column('boolean', { name: 'after_data' })
  afterData: boolean;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('timestamptz')
  at: Date;
}
