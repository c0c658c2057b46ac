import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language, MembershipView, Role, SavedFilter } from '#contracts';
import { rowsOf, UnitOfWork } from '../../platform/database/index.js';
import type { Tenant } from '../../platform/tenancy/index.js';
import { Organisation } from './organisation.entity.js';

/** A valid session, and what its person is in the organisation that was named. */
export interface Access {
  readonly session: string;
  readonly lastSeenAt: Date | null;
  readonly person: string;
  readonly language: Language;
  readonly tenant: Tenant | null;
  readonly member: string | null;
  readonly roles: readonly Role[] | null;
}

/** An organisation of a person. The unit is a tenant's row: its name is asked for in the organisation itself. */
export type PersonsOrganisation = Omit<MembershipView, 'unit'> & { readonly id: string };

/** Organisations and who belongs to them: read before a tenant is known. */
@Injectable()
export class OrganisationsRepository {
  constructor(private readonly work: UnitOfWork) {}

  private get manager(): EntityManager {
    return this.work.managerForAll;
  }

  /** Everything that lets a request in, in one query: session, person, and membership of the organisation `slug`. */
  async access(tokenHash: Buffer, slug: string | null, now: Date): Promise<Access | null> {
    interface Row {
      session: string;
      last_seen_at: Date | null;
      person: string;
      language: Language;
      id: string | null;
      slug: string | null;
      time_zone: string | null;
      holidays: string[] | null;
      member: string | null;
      roles: Role[] | null;
    }
    const [row] = rowsOf<Row>(
      await this.manager.query(
        `select s.id as session, s.last_seen_at, p.id as person, p.language, o.id, o.slug, o.time_zone, o.holidays::text[] as holidays, m.id as member, m.roles
         from app.session s join app.person p on p.id = s.person_id
         left join app.organisation o on o.slug = $2
         left join app.membership m on m.organisation_id = o.id and m.person_id = p.id
         where s.token_hash = $1 and s.expires_at > $3`,
        [tokenHash, slug, now],
      ),
    );
    if (!row) return null;
    const tenant =
      row.id !== null && row.slug !== null && row.time_zone !== null
        ? { id: row.id, slug: row.slug, timeZone: row.time_zone, holidays: row.holidays ?? [] }
        : null;
    const { session, last_seen_at: lastSeenAt, person, language, member, roles } = row;
    return { session, lastSeenAt, person, language, tenant, member, roles };
  }

  /** The organisations of a person, in order of name. */
  async ofPerson(person: string): Promise<PersonsOrganisation[]> {
    return rowsOf<PersonsOrganisation>(
      await this.manager.query(
        `select o.id, o.slug, o.name, o.time_zone as "timeZone", o.default_pathway as pathway, o.default_view -> 'filter' as "boardFilter",
           m.id as member, m.roles
         from app.membership m join app.organisation o on o.id = m.organisation_id where m.person_id = $1 order by o.name`,
        [person],
      ),
    );
  }

  /** The id of the saved view that the board opens with; null: it opens with everything. */
  async defaultView(id: string): Promise<string | null> {
    const [row] = rowsOf<{ view: string | null }>(
      await this.manager.query(`select default_view ->> 'id' as view from app.organisation where id = $1`, [id]),
    );
    return row?.view ?? null;
  }

  /** Lets the board open with a saved view, or with everything. */
  async openBoardWith(id: string, view: { readonly id: string; readonly filter: SavedFilter } | null): Promise<void> {
    await this.manager.query(`update app.organisation set default_view = $2::jsonb where id = $1`, [id, view && JSON.stringify(view)]);
  }

  async bySlug(slug: string): Promise<Organisation | null> {
    return this.manager.findOneBy(Organisation, { slug });
  }

  /** The organisation as rules need it. @throws when there is none. */
  async tenant(id: string): Promise<Tenant> {
    const [row] = rowsOf<{ slug: string; time_zone: string; holidays: string[] }>(
      await this.manager.query(`select slug, time_zone, holidays::text[] as holidays from app.organisation where id = $1`, [id]),
    );
    if (!row) throw new Error(`There is no organisation ${id}.`);
    return { id, slug: row.slug, timeZone: row.time_zone, holidays: row.holidays };
  }

  async all(): Promise<Organisation[]> {
    return this.manager.find(Organisation, { order: { name: 'ASC' } });
  }

  async add(organisation: Organisation): Promise<void> {
    await this.manager.insert(Organisation, organisation);
    await this.manager.query(`insert into app.relay_head (organisation_id) values ($1)`, [organisation.id]);
    await this.manager.query(`select app.make_idea_numbers($1)`, [organisation.id]);
  }
}
