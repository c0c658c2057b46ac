import type pg from 'pg';
import { chainKey, type EventRow, linkOf, sameLink } from '../src/platform/outbox/index.js';

/** What clients were told by answers: the checker believes them, not the server's own books. */
export interface Told {
  /** Moves that were acknowledged: the idea's number, its version after the move, the step. */
  readonly moved?: readonly { organisation: string; number: number; version: number; to: string }[];
  /** Ideas whose submission was acknowledged. */
  readonly submitted?: readonly { organisation: string; number: number; title: string }[];
  /** Moves that were refused: the version they would have led to, and the step. */
  readonly refused?: readonly { organisation: string; number: number; version: number; to: string }[];
}

type Client = Pick<pg.Client, 'query'>;

/**
 * Looks whether a settled database is whole: moves, ranks, counts, published order, hash chain, decisions, who made them and what watches
 * the rest, notifications, deliveries, and all that clients were told. Gives what is wrong, in words; nothing when all is well. Connect as a
 * superuser: it looks past row-level security.
 */
export async function findBrokenInvariants(client: Client, secret: string, told: Told = {}): Promise<string[]> {
  const { rows: organisations } = await client.query<{ id: string; slug: string }>('select id, slug from app.organisation order by slug');
  const wrong: string[] = [];
  for (const { id, slug } of organisations) {
    const found = [
      ...(await brokenMoves(client, id)),
      ...(await brokenRanks(client, id)),
      ...(await brokenCounts(client, id)),
      ...(await brokenOrder(client, id, secret)),
      ...(await brokenDecisions(client, id)),
      ...(await brokenNotifications(client, id)),
      ...(await brokenDuties(client, id)),
      ...(await brokenTold(client, id, slug, told)),
    ];
    wrong.push(...found.map((it) => `${slug}: ${it}`));
  }
  return wrong;
}

/** Every idea stands where its moves led it, one row a move and one event a move, without a gap between them. */
async function brokenMoves(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with moves as (
       select t.*, lag(to_step) over w as before, row_number() over (partition by idea_id order by idea_version desc) as back
       from app.transition t where organisation_id = $1 window w as (partition by idea_id order by idea_version)
     )
     select format('idea %s stands on %s, its last move led to %s', i.number, i.step, m.to_step)
       from moves m join app.idea i on i.id = m.idea_id where m.back = 1 and i.step <> m.to_step
     union all select format('a move of idea %s starts at %s, the one before ended at %s', i.number, m.from_step, m.before)
       from moves m join app.idea i on i.id = m.idea_id where m.before is not null and m.before <> m.from_step
     union all select format('the move of idea %s to version %s has %s events', i.number, m.idea_version, count(e.id))
       from moves m join app.idea i on i.id = m.idea_id
       left join app.domain_event e on e.idea_id = m.idea_id and e.idea_version = m.idea_version and e.kind = 'idea-moved'
       group by i.number, m.idea_version having count(e.id) <> 1
     union all select format('an event tells of a move of idea %s to version %s that was not made', e.idea_number, e.idea_version)
       from app.domain_event e left join moves m on m.idea_id = e.idea_id and m.idea_version = e.idea_version
       where e.organisation_id = $1 and e.kind = 'idea-moved' and m.id is null
     union all select format('idea %s has version %s, its moves and edits make %s', i.number, i.version, 1 + count(e.id))
       from app.idea i left join app.domain_event e on e.idea_id = i.id and e.kind in ('idea-moved', 'idea-edited')
       where i.organisation_id = $1 group by i.number, i.version having i.version <> 1 + count(e.id)
     union all select format('idea %s was never said to be submitted or imported', i.number)
       from app.idea i where i.organisation_id = $1
         and (select count(*) from app.domain_event e where e.idea_id = i.id and e.kind in ('idea-submitted', 'idea-imported')) <> 1`,
    [organisation],
  );
}

/** No two ideas share a place, and no rank ends in the zero that nothing fits below. */
async function brokenRanks(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `select format('%s ideas share the rank %s of %s', count(*), rank, step) from app.idea where organisation_id = $1
       group by pathway, step, rank having count(*) > 1
     union all select format('the rank %s of idea %s cannot be divided', rank, number) from app.idea
       where organisation_id = $1 and char_length(rank) > 2 and rank like '%0'`,
    [organisation],
  );
}

/** The counts of the board are those of the ideas. */
async function brokenCounts(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `select format('the board counts %s on %s, %s stand there', coalesce(c.total, 0), coalesce(c.step, i.step), coalesce(i.total, 0))
     from (select pathway, step, total from app.column_count where organisation_id = $1) c
     full join (select pathway, step, count(*)::int as total from app.idea where organisation_id = $1 group by 1, 2) i using (pathway, step)
     where coalesce(c.total, 0) <> coalesce(i.total, 0)`,
    [organisation],
  );
}

/** Every event has one place, without a gap, in the order of its idea; and the chain over them is whole. */
async function brokenOrder(client: Client, organisation: string, secret: string): Promise<string[]> {
  const { rows: events } = await client.query<EventRow & { seq: string }>(
    `select * from app.domain_event where organisation_id = $1 order by place nulls last`,
    [organisation],
  );
  const { rows: heads } = await client.query<{ place: string; hash: Buffer }>(
    `select place, hash from app.relay_head where organisation_id = $1`,
    [organisation],
  );
  const wrong: string[] = [];
  const key = chainKey(secret, organisation);
  const lastSeq = new Map<string, bigint>();
  let link: Buffer = Buffer.alloc(0);
  let place = 0n;
  for (const event of events) {
    place += 1n;
    if (event.place === null) {
      wrong.push(`event ${event.id} (${event.kind}) was never published`);
      continue;
    }
    if (BigInt(event.place) !== place) return [...wrong, `the published order has ${event.place} where ${place} should be`];
    link = linkOf(key, link, place, event);
    if (!event.hash || !sameLink(link, event.hash)) return [...wrong, `the chain is broken at place ${place} (${event.kind})`];
    const before = lastSeq.get(event.idea_id) ?? -1n;
    if (BigInt(event.seq) <= before) wrong.push(`the events of idea ${event.idea_number} were published out of order at place ${place}`);
    lastSeq.set(event.idea_id, BigInt(event.seq));
  }
  const published = events.filter((event) => event.place !== null).length;
  if (heads[0] && (BigInt(heads[0].place) !== BigInt(published) || !sameLink(heads[0].hash, link))) {
    wrong.push(`the head of the chain says ${heads[0].place}, ${published} events are published`);
  }
  return wrong;
}

/**
 * What is decided says how, why and when; a yes is used by exactly one move; scorecards are of panel members who have not stepped out, one
 * each, and speak of the decision's criteria only.
 */
async function brokenDecisions(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with moves as (
       select e.data ->> 'decision' as decision, t.from_step, t.to_step from app.domain_event e
       join app.transition t on t.idea_id = e.idea_id and t.idea_version = e.idea_version
       where e.organisation_id = $1 and e.kind = 'idea-moved' and e.data ? 'decision'
     ), cards as (
       select s.*, d.criteria, d.state, p.member_id is not null as asked, p.conflict from app.scorecard s
       join app.decision d on d.id = s.decision_id
       left join app.panel_member p on p.decision_id = s.decision_id and p.member_id = s.member_id
       where s.organisation_id = $1
     )
     select format('the %s decision %s is decided without outcome, reason or time', kind, id) from app.decision
       where organisation_id = $1 and state = 'decided' and (outcome is null or btrim(coalesce(reason, '')) = '' or decided_at is null)
     union all select format('the %s decision %s is not decided and has an outcome', kind, id) from app.decision
       where organisation_id = $1 and state <> 'decided' and (outcome is not null or decided_at is not null or used_at is not null)
     union all select format('the decision %s says adapt and not what must change', id) from app.decision
       where organisation_id = $1 and outcome = 'adapt' and btrim(coalesce(must_change, '')) = ''
     union all select format('the decision %s is against the verdict and not explained', id) from app.decision
       where organisation_id = $1 and against_verdict and btrim(coalesce(explanation, '')) = ''
     union all select format('the yes %s is used by %s moves', d.id, count(m.decision))
       from app.decision d left join moves m on m.decision = d.id::text and m.from_step = d.from_step and m.to_step = d.to_step
       where d.organisation_id = $1 and d.outcome = 'yes' group by d.id having count(m.decision) <> 1 or bool_or(d.used_at is null)
     union all select format('a move says that decision %s made it, which did not', m.decision)
       from moves m left join app.decision d on d.id::text = m.decision and d.state = 'decided' and d.outcome in ('yes', 'stop')
       where d.id is null
     union all select format('the decision %s has %s events of being made', d.id, count(e.id))
       from app.decision d left join app.domain_event e on e.kind = 'decision-made' and e.data ->> 'decisionId' = d.id::text
       where d.organisation_id = $1 and d.state = 'decided' group by d.id having count(e.id) <> 1
     union all select format('%s has scored decision %s and is not on its panel', member_id, decision_id) from cards where not asked
     union all select format('%s has stepped out of decision %s and left a scorecard', member_id, decision_id) from cards
       where conflict is not null
     union all select format('decision %s has scorecards and was never scored', decision_id) from cards where state = 'requested'
     union all select format('%s has %s scorecards for decision %s', member_id, count(*), decision_id) from cards
       group by member_id, decision_id having count(*) > 1
     union all select format('the scorecard of %s for decision %s does not speak of each criterion once', member_id, decision_id) from cards
       where (select array_agg(it ->> 'criterion' order by it ->> 'criterion') from jsonb_array_elements(scores) it)
         is distinct from (select array_agg(it ->> 'key' order by it ->> 'key') from jsonb_array_elements(criteria) it)
     union all select format('the scorecard of %s for decision %s has a score that is none', member_id, decision_id) from cards
       where exists (select 1 from jsonb_array_elements(scores) it
         where it -> 'score' <> 'null'::jsonb and it -> 'score' not in ('1'::jsonb, '2'::jsonb, '3'::jsonb, '4'::jsonb, '5'::jsonb))`,
    [organisation],
  );
}

/** Who is owed a notification has it exactly once, nobody has one of their own act, and every mail has been tried under one Message-ID. */
async function brokenNotifications(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with owed as (
       select e.id as event, i.submitter_id as member, 'acknowledged' as kind from app.domain_event e join app.idea i on i.id = e.idea_id
         where e.organisation_id = $1 and e.kind = 'idea-submitted' and i.submitter_id is not null
       union select e.id, i.submitter_id, case when e.member_id is null then 'returned' else 'moved' end
         from app.domain_event e join app.idea i on i.id = e.idea_id
         where e.organisation_id = $1 and e.kind = 'idea-moved' and not e.data ? 'decision' and i.submitter_id is distinct from e.member_id
           and i.submitter_id is not null
       union select e.id, i.submitter_id, 'decided' from app.domain_event e join app.idea i on i.id = e.idea_id
         where e.organisation_id = $1 and e.kind = 'decision-made' and i.submitter_id is distinct from e.member_id and i.submitter_id is not null
       union select e.id, member::uuid, 'panel-asked' from app.domain_event e, jsonb_array_elements_text(e.data -> 'panel') member
         where e.organisation_id = $1 and e.kind = 'panel-asked' and member::uuid is distinct from e.member_id
       union select e.id, (e.data ->> 'decider')::uuid, 'scorecards-in' from app.domain_event e
         where e.organisation_id = $1 and e.kind = 'scorecards-in' and (e.data ->> 'decider')::uuid is distinct from e.member_id
       union select e.id, (e.data ->> 'decider')::uuid, e.kind from app.domain_event e
         where e.organisation_id = $1 and e.kind in ('decision-asked', 'decision-delegated')
           and (e.data ->> 'decider')::uuid is distinct from e.member_id
       union select e.id, (e.data ->> 'decider')::uuid, e.kind from app.domain_event e
         where e.organisation_id = $1 and e.kind in ('decision-due-soon', 'decision-overdue')
       union select e.id, (e.data ->> 'delegate')::uuid, e.kind from app.domain_event e
         where e.organisation_id = $1 and e.kind in ('decision-due-soon', 'decision-overdue') and e.data ->> 'delegate' is not null
       union select e.id, (e.data ->> 'member')::uuid, e.kind from app.domain_event e
         where e.organisation_id = $1 and e.kind = 'decision-covered'
       union select e.id, (e.data ->> 'manager')::uuid, e.kind from app.domain_event e
         where e.organisation_id = $1 and e.kind = 'decision-escalated' and e.data ->> 'manager' is not null
     )
     select format('%s of event %s is owed to %s and is there %s times', o.kind, o.event, o.member, count(n.id))
       from owed o left join app.notification n on n.event_id = o.event and n.member_id = o.member
       group by o.kind, o.event, o.member having count(n.id) <> 1
     union all select format('%s notifications tell %s of event %s', count(*), member_id, event_id)
       from app.notification where organisation_id = $1 group by member_id, event_id having count(*) > 1
     union all select format('%s was told of their own act by event %s', n.member_id, n.event_id)
       from app.notification n join app.domain_event e on e.id = n.event_id
       where n.organisation_id = $1 and n.kind <> 'acknowledged' and e.member_id = n.member_id
     union all select format('the mail %s was never tried', message_id) from app.delivery where organisation_id = $1 and attempts = 0
     union all select format('%s mails share the Message-ID %s', count(*), message_id) from app.delivery where organisation_id = $1
       group by message_id having count(*) > 1`,
    [organisation],
  );
}

/**
 * Every open decision is watched until its last stage was said, each stage was said once, and no decision was made or handed on without a
 * trace: by its decider, who is the one that was asked or to whom a delegation led, or by who stood in that day.
 */
async function brokenDuties(client: Client, organisation: string): Promise<string[]> {
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

async function brokenTold(client: Client, organisation: string, slug: string, told: Told): Promise<string[]> {
  const { rows: moves } = await client.query<{ key: string }>(
    `select format('%s %s %s', i.number, t.idea_version, t.to_step) as key from app.transition t join app.idea i on i.id = t.idea_id
     where t.organisation_id = $1`,
    [organisation],
  );
  const made = new Set(moves.map((move) => move.key));
  const { rows: ideas } = await client.query<{ number: number; title: string }>(
    `select number, title from app.idea where organisation_id = $1`,
    [organisation],
  );
  const titles = new Map(ideas.map((idea) => [idea.number, idea.title]));
  const ours = <T extends { organisation: string }>(list: readonly T[] | undefined) =>
    (list ?? []).filter((it) => it.organisation === slug);
  return [
    ...ours(told.moved)
      .filter((it) => !made.has(`${it.number} ${it.version} ${it.to}`))
      .map((it) => `the move of idea ${it.number} to ${it.to} was acknowledged and is lost`),
    ...ours(told.refused)
      .filter((it) => made.has(`${it.number} ${it.version} ${it.to}`))
      .map((it) => `the move of idea ${it.number} to ${it.to} was refused and is there`),
    ...ours(told.submitted)
      .filter((it) => titles.get(it.number) !== it.title)
      .map((it) => `idea ${it.number} was acknowledged and is lost`),
  ];
}

async function sentences(client: Client, sql: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ format: string }>(sql, values);
  return rows.map((row) => row.format);
}
