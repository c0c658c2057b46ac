import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#contracts';

/** A tenant: a city, ministry or agency. */
@Entity({ schema: 'app', name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid')
  id: string;

  /** How it is called in addresses. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  language: Language;

  /** IANA time zone in which its working days and deadlines are meant. */
  @Column('text', { name: 'time_zone' })
  timeZone: string;

  /** Days without work, `YYYY-MM-DD`. */
  @Column('date', { array: true })
  holidays: string[];

  /** Key of the pathway whose board is shown first. */
  @Column('text', { name: 'default_pathway' })
  defaultPathway: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
