import { MERGED_IDEAS } from '../ideas/index.js';

/** SQL: the members who submitted or have ever owned an idea that was merged into idea `i`, or who imported it or one of those. */
export const FURTHER_PEOPLE = `select distinct person from app.idea m, unnest(m.past_owners || array[m.submitter_id, m.owner_id]) person
  where m.organisation_id = i.organisation_id and m.id in (${MERGED_IDEAS}) and person is not null
  union select f.member_id from unnest(array(${MERGED_IDEAS}) || i.id) brought
  join app.idea_origin b on b.idea_id = brought and b.organisation_id = i.organisation_id
  join app.import f on f.id = b.import_id and f.organisation_id = b.organisation_id`;

/** SQL: the members who have stepped out of a panel of idea `i`, or of one that was merged into it. */
export const STEPPED_OUT = `select distinct p.member_id from app.panel_member p
  join app.decision o on o.organisation_id = p.organisation_id and o.id = p.decision_id
  where p.organisation_id = i.organisation_id and p.conflict is not null and (o.idea_id = i.id or o.idea_id in (${MERGED_IDEAS}))`;

/** SQL: those, and whoever was handed decision `d` by one of them. */
export const STEPPED_OUT_OR_CHOSEN = `${STEPPED_OUT}
  union select g.to_member from app.delegation g
  where g.organisation_id = d.organisation_id and g.decision_id = d.id and g.member_id in (${STEPPED_OUT})`;
