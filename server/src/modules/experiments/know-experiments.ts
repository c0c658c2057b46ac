import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, endOfDay } from '../../platform/clock/index.js';
import type { ExperimentState } from '#contracts';
import type { Facts } from '../../workflow/index.js';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import { isOverdue } from './experiment.policy.js';
import type { GroupCount } from './group-sums.js';
import { storedCard, type TestCard } from './test-card.js';
import { verdictOf } from './verdict.js';

/** An experiment as far as its idea's guards and card look at it, with what was measured. */
interface ExperimentDigest {
  readonly id: string;
  readonly idea: string;
  readonly number: number;
  readonly state: ExperimentState;
  readonly card: TestCard;
  readonly measured: readonly GroupCount[];
  readonly timeZone: string;
}

/** Tells guards and cards what is known of ideas through their experiments. */
@Injectable()
export class KnowExperiments implements FactProvider<ExperimentDigest>, OnModuleInit {
  readonly question = `select e.id, e.idea_id as idea, e.number, e.state, e.card, coalesce(m.measured, '[]') as measured, o.time_zone as "timeZone"
       from app.experiment e join app.organisation o on o.id = e.organisation_id
       left join lateral (
         select jsonb_agg(to_jsonb(g)) as measured from (
           select group_name as group, count(*)::int as rows, coalesce(sum(successes), 0)::float8 as successes,
             coalesce(sum(total), 0)::float8 as total, coalesce(sum(event_count), 0)::float8 as count,
             coalesce(sum(exposure), 0) as exposure,
             coalesce(array_agg(value order by measured_on, at, id) filter (where value is not null), '{}') as values,
             coalesce(array_agg(value_before order by measured_on, at, id) filter (where value_before is not null), '{}') as befores
           from app.measurement
           where organisation_id = $1 and experiment_id = e.id and withdrawn_at is null group by group_name
         ) g
       ) m on true
       where e.organisation_id = $1 and e.idea_id = any($2::uuid[])
       order by e.idea_id, e.number desc`;

  constructor(
    private readonly providers: FactProviders,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  read(rows: readonly ExperimentDigest[]): ReadonlyMap<string, IdeaKnowledge> {
    const now = this.clock.now();
    const digests = rows.map((row) => ({ ...row, card: storedCard(row.card) }));
    return new Map([...Map.groupBy(digests, ({ idea }) => idea)].map(([idea, experiments]) => [idea, knowledgeOf(experiments, now)]));
  }
}

/** @param experiments of one idea, the latest first */
function knowledgeOf(experiments: readonly ExperimentDigest[], now: Date): IdeaKnowledge {
  const overdue = experiments.find((experiment) => isOverdue(experiment, now, experiment.timeZone));
  const next = experiments.find(({ state }) => state === 'running') ?? experiments.find(({ state }) => state === 'planned');
  // A broken promise is shown before what came after it.
  const shown = overdue ?? experiments[0];
  return {
    facts: {
      experimentConcluded: !overdue && experiments.some(({ state }) => state === 'concluded'),
      experiment: overdue ? { state: 'overdue', number: overdue.number } : furthestOf(experiments),
    },
    marks: shown ? [markOf(shown, shown === overdue)] : [],
    experimentEnd: next?.card.endsOn ? endOfDay(next.card.endsOn, next.timeZone) : null,
    experiments: experiments.map(({ id }) => id),
  };
}

function furthestOf(experiments: readonly ExperimentDigest[]): Facts['experiment'] {
  for (const state of ['concluded', 'measured', 'running', 'planned'] as const) {
    const furthest = experiments.find((experiment) => experiment.state === state);
    if (furthest) return { state, number: furthest.number };
  }
  return { state: 'none', number: null };
}

function markOf({ state, card, measured }: ExperimentDigest, overdue: boolean) {
  // Whether the card was amended is told where the result is shown; the word is the same.
  const { verdict } = verdictOf(card, measured, false);
  return {
    kind: 'experiment' as const,
    state,
    verdict: verdict === 'no-data' ? null : verdict,
    startsOn: card.startsOn,
    endsOn: card.endsOn,
    overdue,
  };
}
