import { Injectable } from '@nestjs/common';
import { type PersonView, PRESENCE } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';

/** Somebody who has an idea open. */
export interface Looker extends PersonView {
  /** The idea's number. */
  readonly number: number;
}

/** The browser tab of a member. */
export interface Tab {
  readonly member: string;
  readonly tab: string;
}

/** Who of the organisation at work has which idea open. A tab shows one idea, and counts while it is heard of. */
@Injectable()
export class PresenceRepository extends TenantRepository {
  constructor(
    work: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super(work);
  }

  /** Writes down that a tab shows an idea, unless its person does not want that; whether others see something new by it. */
  async note({ member, tab }: Tab, idea: string): Promise<boolean> {
    const [noted] = await this.rows<{ idea: string | null }>(
      `with before as (
         select idea_id from app.presence where organisation_id = $1 and member_id = $2 and tab = $3 and seen_at > $6
       )
       insert into app.presence (organisation_id, member_id, tab, idea_id, seen_at)
       select m.organisation_id, m.id, $3, $4, $5 from app.membership m join app.person p on p.id = m.person_id
       where m.organisation_id = $1 and m.id = $2 and p.shows_presence
       on conflict (organisation_id, member_id, tab) do update set idea_id = excluded.idea_id, seen_at = excluded.seen_at
       returning (select idea_id from before) as idea`,
      [this.organisation, member, tab, idea, this.clock.now(), this.gone()],
    );
    return noted !== undefined && noted.idea !== idea;
  }

  /** Forgets that a tab shows this idea; whether it was known. By now the tab may show another one. */
  async forget({ member, tab }: Tab, number: number): Promise<boolean> {
    const rows = await this.rows(
      `delete from app.presence p using app.idea i
       where p.organisation_id = $1 and p.member_id = $2 and p.tab = $3 and i.organisation_id = $1 and i.id = p.idea_id and i.number = $4
       returning p.tab`,
      [this.organisation, member, tab, number],
    );
    return rows.length > 0;
  }

  /** Who has an idea open, once for each idea, in order of name; of one idea, or of all. */
  async lookers(idea: string | null = null): Promise<Looker[]> {
    return this.rows<Looker>(
      `select distinct pi.name, m.id, u.name as unit, i.number from app.presence s
       join app.membership m on m.id = s.member_id and m.organisation_id = s.organisation_id
       join app.person p on p.id = m.person_id and p.shows_presence
       join app.person_identity pi on pi.person_id = m.person_id
       join app.idea i on i.id = s.idea_id and i.organisation_id = s.organisation_id
       left join app.unit u on u.id = m.unit_id and u.organisation_id = m.organisation_id
       where s.organisation_id = $1 and s.seen_at > $2 and ($3::uuid is null or s.idea_id = $3) order by pi.name, m.id, i.number`,
      [this.organisation, this.gone(), idea],
    );
  }

  /** Takes away what does not count any more. */
  async sweep(): Promise<void> {
    await this.rows(`delete from app.presence where organisation_id = $1 and seen_at <= $2`, [this.organisation, this.gone()]);
  }

  /** Who was last heard of then, or before, is gone. */
  private gone(): Date {
    return new Date(this.clock.now().getTime() - PRESENCE.lasts);
  }
}
