import type pg from 'pg';

/** What would be left without anybody if this member were erased, in words. */
export async function openDuties(client: pg.Client, organisation: string, member: string): Promise<string[]> {
  const { rows } = await client.query<{ duty: string }>(
    `with going as (
       select i.* from app.idea i
       join app.pathway p on p.organisation_id = i.organisation_id and p.key = i.pathway
       join app.pathway_version v on v.organisation_id = i.organisation_id and v.pathway_id = p.id and v.version = i.pathway_version
       where i.organisation_id = $1
         and not v.definition -> 'steps' @> jsonb_build_array(jsonb_build_object('key', i.step, 'end', true))
     ), here as (
       select m.id, m.roles from app.membership m join app.person_identity i on i.person_id = m.person_id
       where m.organisation_id = $1 and m.id <> $2
     )
     select 'is the only administrator' as duty from app.membership m where m.organisation_id = $1 and m.id = $2
       and 'admin' = any(m.roles) and not exists (select 1 from here where 'admin' = any(roles))
     union all select format('owns idea #%s, "%s"', number, title) from going where owner_id = $2
     union all select format('decides on idea #%s, "%s" (%s)', i.number, i.title, d.kind)
       from app.decision d join going i on i.id = d.idea_id and i.step = d.from_step
       where d.organisation_id = $1 and d.state <> 'decided' and d.decider_id = $2
     union all select format('alone answers for experiment %s of idea #%s, "%s"', e.number, i.number, e.title)
       from app.experiment e join going i on i.id = e.idea_id
       where e.organisation_id = $1 and e.state in ('planned', 'running', 'measured') and e.card -> 'responsible' ? $2::text
         and not exists (select 1 from here where e.card -> 'responsible' ? here.id::text)
     union all select format('owns the rollout of idea #%s, "%s"', i.number, i.title)
       from app.rollout r join app.idea i on i.id = r.idea_id and i.organisation_id = r.organisation_id
       where r.organisation_id = $1 and r.state in ('planned', 'under-way', 'in-use') and r.owner_id = $2
     union all select format('stands in for somebody who is away until %s', a.until_day) from app.absence a
       join here on here.id = a.member_id
       join app.organisation o on o.id = a.organisation_id
       where a.organisation_id = $1 and a.delegate_id = $2 and a.ended_at is null
         and a.until_day >= (now() at time zone o.time_zone)::date`,
    [organisation, member],
  );
  return rows.map(({ duty }) => duty);
}
