import type pg from 'pg';
import { sentences } from './sentences.js';

/**
 * Amendments lead without a gap from what rollouts promised to what they promise, and each is in the log. Older ones kept the effect alone: what
 * they do not say is not compared.
 */
export async function brokenEffectAmendments(client: Pick<pg.Client, 'query'>, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with chain as (
       select a.*, lag(a.after) over w as was, row_number() over w as nth, row_number() over (partition by a.rollout_id order by a.number desc) as back
       from app.effect_amendment a where a.organisation_id = $1 window w as (partition by a.rollout_id order by a.number)
     )
     select format('amendment %s of rollout %s starts from another promise than the one before it left', number, rollout_id) as sentence
       from chain where was is not null and not before @> was
     union all select format('rollout %s has an amendment %s where %s should be', rollout_id, number, nth) from chain where number <> nth
     union all select format('amendment %s of rollout %s changes nothing', number, rollout_id) from chain where before = after
     union all select format('what rollout %s promises is not what its last amendment left', r.id)
       from chain c join app.rollout r on r.id = c.rollout_id
       where c.back = 1 and not jsonb_build_object('value', r.effect_value, 'unit', r.effect_unit, 'by', r.effect_by::text,
         'direction', r.effect_direction, 'followUpOn', r.follow_up_on::text, 'receivingUnit', r.unit) @> c.after
     union all select format('rollout %s has %s amendments and %s events of them', r.id, a.amendments, v.events)
       from app.rollout r
       cross join lateral (select count(*) as amendments from app.effect_amendment where rollout_id = r.id) a
       cross join lateral (select count(*) as events from app.domain_event
         where idea_id = r.idea_id and kind = 'rollout-amended' and data ->> 'rollout' = r.id::text) v
       where r.organisation_id = $1 and a.amendments <> v.events`,
    [organisation],
  );
}
