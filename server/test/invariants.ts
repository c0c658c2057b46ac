import type pg from 'pg';
import { brokenDeciding } from './deciding-invariants.js';
import { auditEvents } from '../src/platform/outbox/index.js';
import { brokenExperiments, type ToldVerdict } from './experiment-invariants.js';
import { brokenEffectAmendments } from './rollout-invariants.js';
import { sentences } from './sentences.js';

/** What clients were told by answers: the checker believes them, not the server's own books. */
export interface Told {
  /** Moves that were acknowledged: the idea's number, its version after the move, the step. */
  readonly moved?: readonly { organisation: string; number: number; version: number; to: string }[];
  /** Ideas whose submission was acknowledged. */
  readonly submitted?: readonly { organisation: string; number: number; title: string }[];
  /** Moves that were refused: the version they would have led to, and the step. */
  readonly refused?: readonly { organisation: string; number: number; version: number; to: string }[];
  /** Verdicts as they were last told. */
  readonly verdicts?: readonly ToldVerdict[];
}

type Client = Pick<pg.Client, 'query'>;

/**
 * Looks whether a settled database is whole: moves, ranks, counts, published order, hash chain, decisions and who made them, notifications,
 * deliveries, experiments, watches over experiments, decisions and rollouts, and all that clients were told. Gives what is wrong, in words;
 * nothing when all is well. Connect as a superuser: it looks past row-level security.
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
      ...(await brokenExperiments(client, id, told.verdicts?.filter(({ organisation }) => organisation === slug) ?? [])),
      ...(await brokenWatches(client, id)),
      ...(await brokenEffectAmendments(client, id)),
      ...(await brokenDeciding(client, id)),
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
  const { rows: unpublished } = await client.query<{ id: string; kind: string }>(
    `select id, kind from app.domain_event where organisation_id = $1 and place is null order by seq`,
    [organisation],
  );
  const { faults } = await auditEvents(client, organisation, secret);
  return [...unpublished.map(({ id, kind }) => `event ${id} (${kind}) was never published`), ...faults];
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

/** Who is owed a notification, and was not erased, has it exactly once, nobody has one of their own act, and every mail has been tried under one Message-ID. */
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
       union select e.id, d.decider_id, case when e.kind = 'experiment-moved' then 'experiment-started' else e.kind end
         from app.domain_event e cross join lateral (
           select decider_id from app.decision where idea_id = e.idea_id and asked_at <= e.at order by asked_at desc, id desc limit 1
         ) d
         where e.organisation_id = $1 and d.decider_id is distinct from e.member_id
           and (e.kind in ('experiment-ends-soon', 'experiment-ended') or (e.kind = 'experiment-moved' and e.to_state = 'running'))
       union select e.id, (e.data ->> 'owner')::uuid, e.kind from app.domain_event e
         where e.organisation_id = $1 and e.kind in ('follow-up-due', 'follow-up-late', 'rollout-amended') and e.data ? 'owner'
           and (e.data ->> 'owner')::uuid is distinct from e.member_id
       union select e.id, m.id, e.kind from app.domain_event e join app.membership m on m.organisation_id = e.organisation_id
         where e.organisation_id = $1 and (
           (e.kind in ('experiment-late', 'follow-up-due', 'follow-up-late') and 'hub' = any(m.roles))
           or (e.kind = 'experiment-late' and e.data ->> 'stage' = '2' and 'admin' = any(m.roles)))
       union select e.id, member::uuid, 'panel-asked' from app.domain_event e, jsonb_array_elements_text(e.data -> 'panel') member
         where e.organisation_id = $1 and e.kind = 'panel-asked' and member::uuid is distinct from e.member_id
       union select e.id, (e.data ->> 'decider')::uuid, 'scorecards-in' from app.domain_event e
         where e.organisation_id = $1 and e.kind = 'scorecards-in' and (e.data ->> 'decider')::uuid is distinct from e.member_id
       union select e.id, member::uuid, e.kind from app.domain_event e, jsonb_array_elements_text(e.data -> 'panel') member
         where e.organisation_id = $1 and e.kind = 'decision-due-soon'
     )
     select format('%s of event %s is owed to %s and is there %s times', o.kind, o.event, o.member, count(n.id))
       from owed o join app.membership m on m.id = o.member join app.person_identity here on here.person_id = m.person_id
       left join app.notification n on n.event_id = o.event and n.member_id = o.member
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
 * What is under way is watched: it has its timer, or the last that is to be said of its end or of its follow-up was said, each once.
 * What was followed up was measured.
 */
async function brokenWatches(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `select format('experiment %s of idea %s is %s and nobody watches its end', e.number, i.number, e.state)
       from app.experiment e join app.idea i on i.id = e.idea_id
       where e.organisation_id = $1 and e.state in ('running', 'measured') and e.card ->> 'endsOn' is not null
         and not exists (select 1 from app.timer t where t.kind = 'experiment-watch' and t.subject = e.id)
         and not exists (select 1 from app.domain_event s where s.organisation_id = $1 and s.idea_id = e.idea_id and s.kind = 'experiment-late'
           and s.data @> jsonb_build_object('experiment', e.id, 'endsOn', e.card ->> 'endsOn', 'stage', 2))
     union all select format('the rollout of idea %s is in use and nobody watches its follow-up', i.number)
       from app.rollout r join app.idea i on i.id = r.idea_id
       where r.organisation_id = $1 and r.state = 'in-use' and r.follow_up_on is not null
         and not exists (select 1 from app.timer t where t.kind = 'follow-up' and t.subject = r.id)
         and not exists (select 1 from app.domain_event s where s.organisation_id = $1 and s.idea_id = r.idea_id and s.kind = 'follow-up-late'
           and s.data @> jsonb_build_object('rollout', r.id, 'followUpOn', r.follow_up_on))
     union all select format('the timer %s watches what is over', t.kind)
       from app.timer t left join app.experiment e on t.kind = 'experiment-watch' and e.id = t.subject
       left join app.rollout r on t.kind = 'follow-up' and r.id = t.subject
       where t.organisation_id = $1 and t.kind in ('experiment-watch', 'follow-up')
         and coalesce(e.state in ('running', 'measured'), r.state = 'in-use', false) is not true
     union all select format('the rollout of idea %s was followed up without a measured effect', i.number)
       from app.rollout r join app.idea i on i.id = r.idea_id
       where r.organisation_id = $1 and r.state = 'followed-up' and r.measured_value is null
     union all select format('%s was said %s times of the same day of idea %s', kind, count(*), idea_number)
       from app.domain_event where organisation_id = $1
         and kind in ('experiment-ends-soon', 'experiment-ended', 'experiment-late', 'follow-up-due', 'follow-up-late')
       group by kind, idea_number, data ->> 'experiment', data ->> 'rollout', data ->> 'endsOn', data ->> 'followUpOn', data ->> 'stage'
       having count(*) > 1`,
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
