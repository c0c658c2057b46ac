import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of an organisation; units form a tree. */
@Entity({ schema: 'app', name: 'unit' })
export class Unit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  name: string;
}
