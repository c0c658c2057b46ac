import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SavedFilter } from '#contracts';

/** What somebody narrows a board to, under a name. */
@Entity({ schema: 'app', name: 'saved_view' })
export class SavedViewRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('text')
  pathway: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  filter: SavedFilter;

  @Column('boolean')
  shared: boolean;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}
