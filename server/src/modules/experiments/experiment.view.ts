import { Injectable } from '@nestjs/common';
import type { ExperimentView, Group, LessonView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type ActorRole, available, type PathwayDefinition } from '../../workflow/index.js';
import { engagementView, type Idea, type LessonRow, rolesToward, TeamRepository, TrailRepository, withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { amendmentView, cardView, type People, peopleOfCards, personOf } from './card.view.js';
import { type ExperimentRecord, ExperimentRecords } from './experiment-records.js';
import type { Experiment } from './experiment.entity.js';
import { EXPERIMENT_GUARDS, EXPERIMENT_MACHINE } from './experiment.machine.js';
import { experimentFacts, isLocked, isOverdue, isUnderWay, mayExperiment } from './experiment.policy.js';
import { groupCounts } from './group-sums.js';
import { measurementView, observationView } from './measurement.view.js';
import { seriesOf } from './series.js';
import { verdictOf } from './verdict.js';

/** An idea as somebody looks at it. */
interface Looked {
  readonly idea: Idea;
  readonly actor: Actor;
  readonly roles: readonly ActorRole[];
  readonly people: People;
  readonly pathway: PathwayDefinition;
  readonly lessons: readonly LessonRow[];
}

/** Shows experiments of an idea to a member. */
@Injectable()
export class ExperimentViews {
  constructor(
    private readonly records: ExperimentRecords,
    private readonly team: TeamRepository,
    private readonly trail: TrailRepository,
    private readonly members: MembersRepository,
    private readonly pathways: PathwaysRepository,
    private readonly clock: Clock,
  ) {}

  /** One experiment with all that was written of it. */
  async one(idea: Idea, experiment: Experiment, actor: Actor): Promise<ExperimentView> {
    const [view] = await this.all(idea, [experiment], actor);
    if (!view) throw new Error('An experiment has no view.');
    return view;
  }

  /** Experiments of one idea, in the same order; the number of queries does not grow with them. */
  async all(idea: Idea, experiments: readonly Experiment[], actor: Actor): Promise<ExperimentView[]> {
    if (experiments.length === 0) return [];
    const records = await this.records.of(experiments);
    const lessons = await this.trail.lessons(idea.id);
    const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
    const named = experiments.flatMap((experiment, index) => {
      const record = records[index];
      return [experiment.lockedBy, ...peopleOfCards(experiment.card, record?.amendments ?? []), ...(record ? writersOf(record) : [])];
    });
    const looked: Looked = {
      idea,
      actor,
      roles: rolesToward(idea, actor, inTeam, []),
      people: await this.members.people([...named, ...lessons.map((lesson) => lesson.member)], actor.language),
      pathway: await this.pathways.definition(idea.pathway, idea.pathwayVersion),
      lessons,
    };
    return experiments.flatMap((experiment, index) => {
      const record = records[index];
      return record ? [this.view(experiment, record, looked)] : [];
    });
  }

  private view(experiment: Experiment, record: ExperimentRecord, looked: Looked): ExperimentView {
    const { idea, people, roles } = looked;
    const { amendments, measurements } = record;
    const inForce = measurements.filter((it) => it.withdrawnAt === null);
    const lesson = looked.lessons.find((it) => it.experiment === experiment.id);
    const amendedAfterData = amendments.some((it) => it.afterData);
    const may = mayExperiment(roles);
    return {
      id: experiment.id,
      number: experiment.number,
      idea: { number: idea.number, title: idea.title },
      title: experiment.title,
      version: experiment.version,
      state: experiment.state,
      overdue: isOverdue(experiment, this.clock.now(), looked.actor.organisation.timeZone),
      card: cardView(experiment.card, people),
      original: amendments[0] ? cardView(amendments[0].before, people) : null,
      amendments: amendments.map((it) => amendmentView(it, people)),
      amendedAfterData,
      lockedAt: experiment.lockedAt?.toISOString() ?? null,
      lockedBy: personOf(people, experiment.lockedBy),
      endedAt: experiment.endedAt?.toISOString() ?? null,
      result: experiment.result,
      lesson: lesson ? lessonOf(lesson, people) : null,
      basedOn: record.basedOn && { id: record.basedOn.id, number: record.basedOn.number },
      successor: record.successor && { id: record.successor.id, number: record.successor.number },
      measurements: measurements.map((it) => measurementView(it, record.corrections, people)),
      observations: record.observations.map((it) => observationView(it, people)),
      engagements: record.engagements.map((it) => engagementView(it, looked.pathway, people, looked.actor.language)),
      verdict: verdictOf(experiment.card, groupCounts(inForce), amendedAfterData),
      series: seriesOf(experiment.card, inForce),
      availableTransitions: this.transitions(experiment, [...new Set(inForce.map(({ group }) => group))], looked),
      mayEdit: may && !isLocked(experiment),
      mayAmend: may && isUnderWay(experiment),
      mayMeasure: may && experiment.state === 'running',
      mayCorrect: may && isUnderWay(experiment),
    };
  }

  private transitions(
    experiment: Experiment,
    measured: readonly Group[],
    { idea, actor, roles }: Looked,
  ): ExperimentView['availableTransitions'] {
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const facts = experimentFacts(experiment, { roles, ideaStep: idea.step, today, measured });
    return available(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, { step: experiment.state, cameFrom: null }, facts).map(
      ({ transition, to, refusals }) => ({
        to,
        asks: [...transition.asks],
        refusals: refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)),
      }),
    );
  }
}

function writersOf({ measurements, corrections, observations, engagements }: ExperimentRecord): (string | null)[] {
  return [...measurements, ...corrections, ...observations, ...engagements].map(({ memberId }) => memberId);
}

function lessonOf({ observed, learned, therefore, saved, at, member }: LessonRow, people: People): LessonView {
  return { observed, learned, therefore, saved, at: at.toISOString(), by: personOf(people, member) };
}
