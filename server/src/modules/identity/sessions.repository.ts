import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { rowsOf } from '../../platform/database/index.js';
import { Session } from './session.entity.js';

/** How far behind "last seen" may be: each request would else be a write. */
const SEEN_EVERY = 5 * 60_000;
const MOST_LISTED = 100;

/** Where people are signed in: sessions belong to no tenant. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  private get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async add(session: Session): Promise<void> {
    await this.manager.insert(Session, session);
  }

  /** The sessions of a person that are in force, the last used first. */
  async ofPerson(personId: string, now: Date): Promise<Session[]> {
    return this.manager.find(Session, {
      where: { personId, expiresAt: MoreThan(now) },
      order: { lastSeenAt: { direction: 'DESC', nulls: 'LAST' }, createdAt: 'DESC' },
      take: MOST_LISTED,
    });
  }

  /** Notes that a session is in use, every few minutes. */
  async seen(id: string, before: Date | null, now: Date): Promise<void> {
    if (before !== null && now.getTime() - before.getTime() < SEEN_EVERY) return;
    await this.manager.update(Session, { id }, { lastSeenAt: now });
  }

  /** Ends the sessions of a person: this one, all but this one, or all. Gives the ids of those that ended. */
  async end(personId: string, which: { readonly only?: string; readonly except?: string } = {}): Promise<string[]> {
    const rows = rowsOf<{ id: string }>(
      await this.manager.query(
        `delete from app.session where person_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3) returning id`,
        [personId, which.only ?? null, which.except ?? null],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Removes the sessions of a person that have run out. */
  async forgetExpired(personId: string, now: Date): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .delete()
      .from(Session)
      .where('person_id = :personId and expires_at <= :now', { personId, now })
      .execute();
  }
}
