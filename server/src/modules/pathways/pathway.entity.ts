import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pathway of an organisation; its versions hold the machine. */
@Entity({ schema: 'app', name: 'pathway' })
export class Pathway {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  key: string;

  /** The published version, which the board shows. */
  @Column('int')
  version: number;
}
