import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#contracts';

/** A person in an organisation. */
@Entity({ schema: 'app', name: 'membership' })
export class Membership {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  /** The member to whom a late decision is escalated. */
  @Column('uuid', { name: 'manager_id', nullable: true })
  managerId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
