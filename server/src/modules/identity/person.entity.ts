import { Column, Entity, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Language } from '#contracts';
import { PersonIdentity } from './person-identity.entity.js';

/** Somebody who can sign in, whatever organisations they belong to. */
@Entity({ schema: 'app', name: 'person' })
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  language: Language;

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null;

  /** Whether others see which idea this person has open. */
  @Column('boolean', { name: 'shows_presence', default: true })
  showsPresence: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @OneToOne(() => PersonIdentity, (identity) => identity.person)
  identity: Relation<PersonIdentity>;
}
