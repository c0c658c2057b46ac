import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** An absence that was announced and not taken back. */
export interface AbsenceRow {
  readonly id: string;
  readonly member: string;
  readonly delegate: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
}

/** Somebody who is away today, and who decides meanwhile: null when the delegate may not decide at all any more. */
export interface Cover {
  readonly member: string;
  readonly delegate: string | null;
  readonly until: string;
}

const ROW = `id, member_id as member, delegate_id as delegate, from_day::text as "from", until_day::text as until`;

const COVER = `select a.member_id as member, a.until_day::text as until,
  case when d.roles && array['hub', 'manager', 'admin'] then a.delegate_id end as delegate
  from app.absence a join app.membership d on d.id = a.delegate_id and d.organisation_id = a.organisation_id
  where a.organisation_id = $1 and a.ended_at is null and $2::date between a.from_day and a.until_day`;

/** Who is away in the organisation at work. Days are those of the organisation's time zone. */
@Injectable()
export class AbsencesRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** An absence by its id, unless it was replaced or taken back. */
  async find(id: string): Promise<AbsenceRow | null> {
    const [row] = await this.rows<AbsenceRow>(
      `select ${ROW} from app.absence where organisation_id = $1 and id = $2 and ended_at is null`,
      [this.organisation, id],
    );
    return row ?? null;
  }

  /** The absence of a member that is announced or under way. */
  async of(member: string, today: string): Promise<AbsenceRow | null> {
    const [row] = await this.rows<AbsenceRow>(
      `select ${ROW} from app.absence where organisation_id = $1 and member_id = $2 and ended_at is null and until_day >= $3::date`,
      [this.organisation, member, today],
    );
    return row ?? null;
  }

  /** The last absence of a member, also one that is over; nobody else sets or ends theirs before the transaction ends. */
  async hold(member: string): Promise<AbsenceRow | null> {
    await this.rows(`select 1 from app.membership where organisation_id = $1 and id = $2 for no key update`, [this.organisation, member]);
    const [row] = await this.rows<AbsenceRow>(
      `select ${ROW} from app.absence where organisation_id = $1 and member_id = $2 and ended_at is null for update`,
      [this.organisation, member],
    );
    return row ?? null;
  }

  /** Which of these members are away today. */
  async away(members: readonly string[], today: string): Promise<ReadonlyMap<string, Cover>> {
    const rows = await this.rows<Cover>(`${COVER} and a.member_id = any($3::uuid[])`, [this.organisation, today, members]);
    return new Map(rows.map((row) => [row.member, row]));
  }

  /** Whether this member is away today; nobody takes that back before the transaction ends. */
  async holdAway(member: string, today: string): Promise<Cover | null> {
    const [row] = await this.rows<Cover>(`${COVER} and a.member_id = $3 for share of a`, [this.organisation, today, member]);
    return row ?? null;
  }

  /** Who is away today and left this member to decide. */
  async coveredBy(delegate: string, today: string): Promise<Cover[]> {
    return this.rows<Cover>(`${COVER} and a.delegate_id = $3 order by a.until_day, a.id`, [this.organisation, today, delegate]);
  }

  async insert(row: AbsenceRow, setAt: Date): Promise<void> {
    await this.rows(
      `insert into app.absence (id, organisation_id, member_id, delegate_id, from_day, until_day, set_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, this.organisation, row.member, row.delegate, row.from, row.until, setAt],
    );
  }

  /** Takes an absence back; what was decided until now stays in its place. */
  async end(id: string, at: Date): Promise<void> {
    await this.rows(`update app.absence set ended_at = $3 where organisation_id = $1 and id = $2`, [this.organisation, id, at]);
  }
}
