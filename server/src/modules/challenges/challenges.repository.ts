import { Injectable } from '@nestjs/common';
import { CHALLENGE_STATES, type ChallengeRef, type ChallengeState } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Challenge, type ChallengeRow } from './challenge.entity.js';

/** Where day $2 lies to the period of challenge `c`. */
const STATE = `case when c.opens_on > $2::date then 'coming' when c.closes_on < $2::date then 'closed' else 'open' end`;

/** Where a state stands in the list: those that take ideas come first, then those that will, then what is over. */
const rankOf = (state: string): string => `array_position(array['${CHALLENGE_STATES.join("', '")}'], ${state})`;
const RANK = rankOf(STATE);

const PERIOD = `c.opens_on::text as "opensOn", c.closes_on::text as "closesOn", ${STATE} as state`;

/** Challenge `c` on day $2. */
const ROW = `c.id, c.version, c.question, c.about, c.criteria, c.owner_id as "ownerId", ${PERIOD},
  (select count(*)::int from app.idea i where i.organisation_id = $1 and i.challenge_id = c.id) as ideas`;

/** A part of the list of challenges. */
export interface ChallengesPart {
  readonly state: ChallengeState | null;
  /** State, first day and id of the one that it comes after. */
  readonly after: readonly [ChallengeState, string, string] | null;
  readonly limit: number;
}

/** The challenges of the organisation at work; what is said of a day needs the day it is there, as `2026-03-31`. */
@Injectable()
export class ChallengesRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Open ones first, then those to come, then what is closed; of each, the one that opens last comes first. */
  async list(today: string, { state, after, limit }: ChallengesPart): Promise<ChallengeRow[]> {
    return this.rows<ChallengeRow>(
      `select ${ROW} from app.challenge c where c.organisation_id = $1 and ($3::text is null or ${STATE} = $3)
         and ($4::text is null or ${RANK} > ${rankOf('$4')} or (${STATE} = $4 and (c.opens_on, c.id) < ($5::date, $6::uuid)))
         order by ${RANK}, c.opens_on desc, c.id desc limit $7`,
      [this.organisation, today, state, ...(after ?? [null, null, null]), limit],
    );
  }

  /** What they ask, in this state on that day, unless it is null; in the same order. */
  choices(today: string, state: ChallengeState | null, limit: number): Promise<ChallengeRef[]> {
    return this.rows<ChallengeRef>(
      `select c.id, c.question from app.challenge c where c.organisation_id = $1 and ($3::text is null or ${STATE} = $3)
         order by ${RANK}, c.opens_on desc, c.id desc limit $4`,
      [this.organisation, today, state, limit],
    );
  }

  async find(id: string, today: string): Promise<ChallengeRow | null> {
    const [row] = await this.rows<ChallengeRow>(`select ${ROW} from app.challenge c where c.organisation_id = $1 and c.id = $3`, [
      this.organisation,
      today,
      id,
    ]);
    return row ?? null;
  }

  /** Its period alone, without counting what answers it. */
  async period(id: string, today: string): Promise<Pick<ChallengeRow, 'opensOn' | 'closesOn' | 'state'> | null> {
    const [row] = await this.rows<Pick<ChallengeRow, 'opensOn' | 'closesOn' | 'state'>>(
      `select ${PERIOD} from app.challenge c where c.organisation_id = $1 and c.id = $3`,
      [this.organisation, today, id],
    );
    return row ?? null;
  }

  /** What these challenges ask; unknown ids are left out. */
  async named(ids: readonly string[]): Promise<ChallengeRef[]> {
    return this.rows<ChallengeRef>(`select id, question from app.challenge where organisation_id = $1 and id = any($2::uuid[])`, [
      this.organisation,
      ids,
    ]);
  }

  /** Holds a challenge until the transaction ends: changes of it follow each other. */
  async lock(id: string): Promise<void> {
    await this.rows(`select 1 from app.challenge where organisation_id = $1 and id = $2 for no key update`, [this.organisation, id]);
  }

  async insert(challenge: Challenge): Promise<void> {
    await this.manager.insert(Challenge, challenge);
  }

  async update(id: string, changes: Partial<Challenge>): Promise<void> {
    await this.manager.update(Challenge, { organisationId: this.organisation, id }, changes);
  }
}
