import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is known of a file on an idea; what it holds is in the file store, under the same id. */
@Entity({ schema: 'app', name: 'attachment' })
export class Attachment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'idea_id' })
  ideaId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('int')
  bytes: number;

  /** Of its content, in hexadecimal. */
  @Column('text')
  sha256: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
