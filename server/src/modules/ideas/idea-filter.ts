import type { BoardFilter, IdeaFilter as Asked } from '#contracts';
import type { Actor } from '../../platform/tenancy/index.js';
import { beginnings, searchable } from './search-words.js';

/** Milliseconds within which an idea is due soon. */
export const WEEK = 7 * 24 * 3_600_000;

/** What ideas are narrowed to; null leaves it open. */
export interface IdeaFilter {
  readonly q: string | null;
  readonly step: string | null;
  readonly tag: string | null;
  /** Only ideas of this member. */
  readonly member: string | null;
  /** Only ideas that this member follows. */
  readonly follower: string | null;
  readonly owner: string | null;
  readonly unowned: boolean;
  /** A unit, or `none`. */
  readonly unit: string | null;
  /** A challenge, or `none`. */
  readonly challenge: string | null;
  readonly dueBefore: Date | null;
}

/** What a member asks a list of ideas, or a board, for. */
export function filterOf(
  { q, tag, mine, followed, owner, unit, challenge, due, ...rest }: BoardFilter & Partial<Asked>,
  actor: Pick<Actor, 'member'>,
  now: Date,
): IdeaFilter {
  return {
    q: q || null,
    step: rest.step || null,
    tag: tag || null,
    member: mine === true ? actor.member : null,
    follower: followed === true ? actor.member : null,
    owner: owner === undefined || owner === 'nobody' ? null : owner,
    unowned: owner === 'nobody',
    unit: unit ?? null,
    challenge: challenge ?? null,
    dueBefore: due === undefined ? null : new Date(now.getTime() + (due === 'week' ? WEEK : 0)),
  };
}

/** Whether it leaves anything out. */
export function isNarrow({ unowned, ...filter }: IdeaFilter): boolean {
  return unowned || Object.values(filter).some((value) => value !== null);
}

/** SQL: idea `i` of organisation $1 is one of a filter, whose values are $2 to $13. */
export const MATCHES = `($2::text is null or i.search @@ app.search_query($2) or i.search @@ to_tsquery('app.polku_pl', $3) or i.number = $4)
   and ($5::text is null or i.step = $5)
   and ($6::text is null or i.tags @> array[$6])
   and ($7::uuid is null or i.submitter_id = $7 or i.owner_id = $7
        or exists (select 1 from app.idea_team t where t.idea_id = i.id and t.member_id = $7 and t.organisation_id = $1))
   and ($8::uuid is null or i.owner_id = $8)
   and (not $9::boolean or i.owner_id is null)
   and ($10::text is null or ($10 = 'none') <> coalesce(coalesce(i.owner_id, i.submitter_id) in (select m.id from app.membership m
        where m.organisation_id = $1 and case $10 when 'none' then m.unit_id is not null else m.unit_id = $10::uuid end), false))
   and ($11::timestamptz is null or i.due < $11)
   and ($12::uuid is null or i.id in (select f.idea_id from app.idea_follower f where f.organisation_id = $1 and f.member_id = $12))
   and ($13::text is null or case $13 when 'none' then i.challenge_id is null else i.challenge_id = $13::uuid end)`;

/** The values of `MATCHES`. */
export function valuesOf({ q, step, tag, member, follower, owner, unowned, unit, challenge, dueBefore }: IdeaFilter): unknown[] {
  const number = q !== null && /^#?\d{1,9}$/.test(q) ? Number(q.replace('#', '')) : null;
  const words = [q && searchable(q), q === null ? '' : beginnings(q), number];
  return [...words, step, tag, member, owner, unowned, unit, dueBefore, follower, challenge];
}
