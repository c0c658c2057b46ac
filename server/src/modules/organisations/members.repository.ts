import { Injectable } from '@nestjs/common';
import type { Language, MemberView, PersonView, Role } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { FORMER_MEMBER } from './former-member.js';

/** A member as notifications need them. */
export interface Recipient {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The members of the organisation at work. */
@Injectable()
export class MembersRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** The members with these ids, as others see them; who was erased is called so in that language. Unknown ids and null are left out. */
  async people(ids: Iterable<string | null>, language: Language): Promise<ReadonlyMap<string, PersonView>> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    if (wanted.length === 0) return new Map();
    const rows = await this.rows<PersonView>(
      `select m.id, coalesce(i.name, $3) as name, u.name as unit from app.membership m
       left join app.person_identity i on i.person_id = m.person_id
       left join app.unit u on u.id = m.unit_id and u.organisation_id = m.organisation_id
       where m.organisation_id = $1 and m.id = any($2::uuid[])`,
      [this.organisation, wanted, FORMER_MEMBER[language]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One member, or null. */
  async find(id: string): Promise<MemberView | null> {
    const rows = await this.rows<MemberView>(
      `select m.id, i.name, u.name as unit, m.roles from app.membership m
       join app.person_identity i on i.person_id = m.person_id
       left join app.unit u on u.id = m.unit_id and u.organisation_id = m.organisation_id
       where m.organisation_id = $1 and m.id = $2`,
      [this.organisation, id],
    );
    return rows[0] ?? null;
  }

  /** Those of these members on whom work may hang: residents are guests. */
  async colleagues(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.rows<{ id: string }>(
      `select id from app.membership where organisation_id = $1 and id = any($2::uuid[]) and not roles <@ array['resident']`,
      [this.organisation, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Members by part of their name or address and by role (residents, who are guests, only by theirs), in order of name; `after` is the last name and id of the page before. */
  async search(filter: { q?: string; role?: Role; after: readonly [string, string] | null; limit: number }): Promise<MemberView[]> {
    return this.rows<MemberView>(
      `select m.id, i.name, u.name as unit, m.roles from app.membership m
       join app.person_identity i on i.person_id = m.person_id
       left join app.unit u on u.id = m.unit_id and u.organisation_id = m.organisation_id
       where m.organisation_id = $1
         and ($2::text is null or unaccent(i.name) ilike '%' || unaccent($2) || '%' or i.email ilike $2 || '%')
         and case when $3::text is null then m.roles <> array['resident'] else $3 = any(m.roles) end
         and ($4::text is null or (i.name, m.id) > ($4, $5::uuid))
       order by i.name, m.id limit $6`,
      [
        this.organisation,
        filter.q ? filter.q.replaceAll(/[\\%_]/g, String.raw`\$&`) : null,
        filter.role ?? null,
        filter.after?.[0] ?? null,
        filter.after?.[1] ?? null,
        filter.limit,
      ],
    );
  }

  /** Members with their address and language. */
  async recipients(ids: readonly string[]): Promise<Recipient[]> {
    return this.rows<Recipient>(
      `select m.id, m.person_id as person, i.name, i.email, p.language from app.membership m
       join app.person p on p.id = m.person_id join app.person_identity i on i.person_id = m.person_id
       where m.organisation_id = $1 and m.id = any($2::uuid[])`,
      [this.organisation, ids],
    );
  }

  /** Ids of the members with one of these roles. */
  async withRole(roles: readonly Role[]): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(`select id from app.membership where organisation_id = $1 and roles && $2::text[]`, [
      this.organisation,
      roles,
    ]);
    return rows.map((row) => row.id);
  }

  /** The manager of a member, who is a member too; null for nobody. */
  async managerOf(member: string): Promise<string | null> {
    const [row] = await this.rows<{ id: string }>(
      `select manager.id from app.membership m
       join app.membership manager on manager.id = m.manager_id and manager.organisation_id = m.organisation_id and manager.id <> m.id
       where m.organisation_id = $1 and m.id = $2`,
      [this.organisation, member],
    );
    return row?.id ?? null;
  }

  /** Ids of members by their e-mail address, in lower case; residents are guests. */
  async byEmails(emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (emails.length === 0) return new Map();
    const rows = await this.rows<{ id: string; email: string }>(
      `select m.id, lower(i.email) as email from app.membership m join app.person_identity i on i.person_id = m.person_id
       where m.organisation_id = $1 and lower(i.email) = any($2::text[]) and m.roles <> array['resident']`,
      [this.organisation, emails.map((email) => email.toLowerCase())],
    );
    return new Map(rows.map((row) => [row.email, row.id]));
  }
}
