import type pg from 'pg';
import { METRIC_KINDS, METRICS } from '#contracts';
import { sentences } from './sentences.js';

/** What a client was told of an experiment: how many its verdict counts in the test group. */
export interface ToldVerdict {
  readonly organisation: string;
  readonly experiment: string;
  readonly size: number;
}

type Client = Pick<pg.Client, 'query'>;

/** A measurement's values in force, as corrections hold them. */
const VALUES = `jsonb_build_object('group', m.group_name, 'on', m.measured_on::text, 'successes', m.successes, 'total', m.total, 'value', m.value,
  'before', m.value_before, 'count', m.event_count, 'exposure', m.exposure, 'note', m.note)`;

const COLUMNS = {
  successes: 'successes',
  total: 'total',
  value: 'value',
  before: 'value_before',
  count: 'event_count',
  exposure: 'exposure',
};

/**
 * Experiments keep their story: amendments and corrections lead without a gap from what was to what is in force, what is withdrawn says so, every
 * measurement fits the kind of its card, and who adapts an experiment belongs to the same idea.
 */
export async function brokenExperiments(client: Client, organisation: string, verdicts: readonly ToldVerdict[]): Promise<string[]> {
  return [
    ...(await brokenAmendments(client, organisation)),
    ...(await brokenCorrections(client, organisation)),
    ...(await brokenMeasurements(client, organisation)),
    ...(await brokenVerdicts(client, organisation, verdicts)),
  ];
}

async function brokenAmendments(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with chain as (
       select a.*, lag(a.after) over w as was, row_number() over w as nth, row_number() over (partition by a.experiment_id order by a.number desc) as back
       from app.amendment a where a.organisation_id = $1 window w as (partition by a.experiment_id order by a.number)
     )
     select format('amendment %s of experiment %s starts from another card than the one before it left', number, experiment_id) as sentence
       from chain where was is not null and was <> before
     union all select format('experiment %s has an amendment %s where %s should be', experiment_id, number, nth) from chain where number <> nth
     union all select format('the card of experiment %s is not the one its last amendment left', e.id)
       from chain c join app.experiment e on e.id = c.experiment_id where c.back = 1 and c.after <> e.card
     union all select format('experiment %s was amended before its card was locked', e.id)
       from chain c join app.experiment e on e.id = c.experiment_id where c.nth = 1 and (e.locked_at is null or e.locked_at > c.at)
     union all select format('amendment %s of experiment %s changes nothing', number, experiment_id) from chain where before = after or fields = '{}'
     union all select format('experiment %s has %s amendments and %s events of them', e.id, a.amendments, v.events)
       from app.experiment e
       cross join lateral (select count(*) as amendments from app.amendment where experiment_id = e.id) a
       cross join lateral (select count(*) as events from app.domain_event
         where idea_id = e.idea_id and kind = 'experiment-amended' and data ->> 'experiment' = e.id::text) v
       where e.organisation_id = $1 and a.amendments <> v.events
     union all select format('experiment %s adapts one that is not of its idea, or not over', e.id)
       from app.experiment e join app.experiment b on b.id = e.based_on
       where e.organisation_id = $1 and (b.idea_id <> e.idea_id or b.state not in ('concluded', 'stopped'))`,
    [organisation],
  );
}

async function brokenCorrections(client: Client, organisation: string): Promise<string[]> {
  return sentences(
    client,
    `with chain as (
       select c.*, lag(c.after) over w as was, row_number() over w as nth,
         row_number() over (partition by c.measurement_id order by c.number desc) as back
       from app.measurement_correction c where c.organisation_id = $1 window w as (partition by c.measurement_id order by c.number)
     )
     select format('correction %s of measurement %s starts from other values than the one before it left', number, measurement_id) as sentence
       from chain where nth > 1 and was is distinct from before
     union all select format('measurement %s has a correction %s where %s should be', measurement_id, number, nth) from chain where number <> nth
     union all select format('measurement %s does not say what its last correction left', m.id)
       from chain c join app.measurement m on m.id = c.measurement_id where c.back = 1 and coalesce(c.after, c.before) <> ${VALUES}
     union all select format('measurement %s is withdrawn without a correction that says so, or the other way round', m.id)
       from app.measurement m left join chain c on c.measurement_id = m.id and c.back = 1
       where m.organisation_id = $1 and (m.withdrawn_at is not null) <> (c.id is not null and c.after is null)`,
    [organisation],
  );
}

async function brokenMeasurements(client: Client, organisation: string): Promise<string[]> {
  const fits = METRIC_KINDS.map((kind) => {
    const { values, comparison } = METRICS[kind];
    const filled = Object.entries(COLUMNS).map(
      ([name, column]) => `m.${column} is ${(values as readonly string[]).includes(name) ? 'not ' : ''}null`,
    );
    return `(e.card ->> 'kind' = '${kind}' and ${filled.join(' and ')}${comparison === 'none' ? ` and m.group_name = 'test'` : ''})`;
  });
  return sentences(
    client,
    `select format('measurement %s does not fit the kind of its card', m.id) as sentence
       from app.measurement m join app.experiment e on e.id = m.experiment_id where m.organisation_id = $1 and not (${fits.join(' or ')})
     union all select format('experiment %s was measured before its card was locked', e.id)
       from app.experiment e where e.organisation_id = $1 and e.locked_at is null and exists (select 1 from app.measurement where experiment_id = e.id)`,
    [organisation],
  );
}

/** What was withdrawn does not count, and all else does. */
async function brokenVerdicts(client: Client, organisation: string, verdicts: readonly ToldVerdict[]): Promise<string[]> {
  return sentences(
    client,
    `select format('the verdict of experiment %s counted %s, %s are in force', t.experiment, t.size, coalesce(sum(coalesce(m.total, 1)), 0)) as sentence
     from jsonb_to_recordset($2::jsonb) as t(experiment uuid, size int) join app.experiment e on e.id = t.experiment and e.organisation_id = $1
     left join app.measurement m on m.experiment_id = e.id and m.group_name = 'test' and m.withdrawn_at is null
     group by t.experiment, t.size having t.size <> coalesce(sum(coalesce(m.total, 1)), 0)`,
    [organisation, JSON.stringify(verdicts)],
  );
}
