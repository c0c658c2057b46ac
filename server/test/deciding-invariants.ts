import type pg from 'pg';
import { sentences } from './sentences.js';

/**
 * Every open decision of an idea that still stands where it was asked is watched until its last stage was said, each stage was said once, and no decision was made or handed on without a
 * trace: by its decider, who is the one that was asked or to whom a delegation led, or by who stood in that day.
 */
export async function brokenDeciding(client: Pick<pg.Client, 'query'>, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with handed as (
       select g.*, lag(to_member) over w as before, row_number() over w as place,
         row_number() over (partition by decision_id order by at desc, id desc) as back
       from app.delegation g where organisation_id = $1 window w as (partition by decision_id order by at, id)
     ), asked as (
       select (data ->> 'decisionId')::uuid as decision, (data ->> 'decider')::uuid as decider from app.domain_event
       where organisation_id = $1 and kind = 'decision-asked'
     )
     select format('the open decision %s is not watched', d.id) from app.decision d
       join app.idea i on i.id = d.idea_id and i.step = d.from_step
       where d.organisation_id = $1 and d.state <> 'decided'
         and not exists (select from app.timer t where t.kind = 'decision-watch' and t.subject = d.id and t.organisation_id = $1)
         and not exists (select from app.domain_event e
           where e.organisation_id = $1 and e.kind = 'decision-escalated' and e.data ->> 'decisionId' = d.id::text)
     union all select format('the decision %s is made and still watched', d.id) from app.decision d
       join app.timer t on t.kind = 'decision-watch' and t.subject = d.id where d.organisation_id = $1 and d.state = 'decided'
     union all select format('%s of decision %s was said %s times', kind, data ->> 'decisionId', count(*)) from app.domain_event
       where organisation_id = $1 and kind in ('decision-due-soon', 'decision-overdue', 'decision-escalated')
       group by kind, data ->> 'decisionId' having count(*) > 1
     union all select format('nobody has made decision %s', d.id) from app.decision d
       where d.organisation_id = $1 and d.state = 'decided' and d.decided_by is null
     union all select format('%s made decision %s without a trace of why', d.decided_by, d.id)
       from app.decision d join app.organisation o on o.id = d.organisation_id
       where d.organisation_id = $1 and d.decided_by <> d.decider_id and not exists (
         select from app.absence a where a.organisation_id = $1 and a.member_id = d.decider_id and a.delegate_id = d.decided_by
           and a.set_at <= d.decided_at and coalesce(a.ended_at, d.decided_at) >= d.decided_at
           and (d.decided_at at time zone o.time_zone)::date between a.from_day and a.until_day)
     union all select format('decision %s belongs to %s without a trace of why', d.id, d.decider_id)
       from app.decision d join asked a on a.decision = d.id left join handed h on h.decision_id = d.id and h.back = 1
       where d.organisation_id = $1 and d.decider_id <> coalesce(h.to_member, a.decider)
     union all select format('decision %s was handed on by %s, who did not have it', h.decision_id, h.from_member)
       from handed h join asked a on a.decision = h.decision_id where h.from_member <> case when h.place = 1 then a.decider else h.before end`,
    [organisation],
  );
}
