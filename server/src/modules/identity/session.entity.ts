import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that lasts. The token itself is only in the browser; here is its hash. */
@Entity({ schema: 'app', name: 'session' })
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** When the token was last used, to some minutes. */
  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;

  /** What the browser calls itself, and what it runs on: names of products, not the whole text, by which a device could be traced. */
  @Column('text', { nullable: true })
  browser: string | null;

  @Column('text', { nullable: true })
  system: string | null;
}
