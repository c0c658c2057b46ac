import { MERGED_IDEAS } from '../ideas/index.js';

/** SQL: the members who submitted or have ever owned an idea that was merged into idea `i`, or who imported it or one of those. */
export const FURTHER_PEOPLE = `with joined(id) as (${MERGED_IDEAS})
  select person from app.idea m, unnest(m.past_owners || array[m.submitter_id, m.owner_id]) person
  where m.organisation_id = i.organisation_id and m.id in (select id from joined) and person is not null
  union select f.member_id from app.idea_origin b join app.import f on f.id = b.import_id and f.organisation_id = b.organisation_id
  where b.organisation_id = i.organisation_id and (b.idea_id = i.id or b.idea_id in (select id from joined))`;

/** SQL: the members who have stepped out of a panel of idea `i`, or of one that was merged into it. */
export const STEPPED_OUT = `select distinct p.member_id from app.panel_member p
  join app.decision o on o.organisation_id = p.organisation_id and o.id = p.decision_id
  where p.organisation_id = i.organisation_id and p.conflict is not null and (o.idea_id = i.id or o.idea_id in (${MERGED_IDEAS}))`;

/** SQL: those, and whoever was handed decision `d` by one of them. */
export const STEPPED_OUT_OR_CHOSEN = `with stepped(member_id) as (${STEPPED_OUT})
  select member_id from stepped
  union select g.to_member from app.delegation g
  where g.organisation_id = d.organisation_id and g.decision_id = d.id and g.member_id in (select member_id from stepped)`;
