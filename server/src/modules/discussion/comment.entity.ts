import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody said about an idea. */
@Entity({ schema: 'app', name: 'comment' })
export class Comment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'idea_id' })
  ideaId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('int')
  version: number;

  /** Empty once it is deleted. */
  @Column('text')
  body: string;

  /** The members who are named in it. */
  @Column('uuid', { array: true })
  mentions: string[];

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @Column('uuid', { name: 'deleted_by', nullable: true })
  deletedBy: string | null;
}
