import { Injectable } from '@nestjs/common';
import type { ExperimentView, LessonView, PersonView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type ActorRole, available } from '../../workflow/index.js';
import { type Idea, rolesToward, TeamRepository, TrailRepository, withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Experiment } from './experiment.entity.js';
import { EXPERIMENT_GUARDS, EXPERIMENT_MACHINE } from './experiment.machine.js';
import { experimentFacts, isLocked, isOverdue, mayExperiment } from './experiment.policy.js';
import { ExperimentsRepository } from './experiments.repository.js';
import type { Measurement } from './measurement.entity.js';
import { verdictOf } from './verdict.js';

/** Shows experiments of an idea to a member. */
@Injectable()
export class ExperimentViews {
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly team: TeamRepository,
    private readonly trail: TrailRepository,
    private readonly members: MembersRepository,
    private readonly clock: Clock,
  ) {}

  /** One experiment with its measurements, verdict and lesson. */
  async one(idea: Idea, experiment: Experiment, actor: Actor): Promise<ExperimentView> {
    const [view] = await this.all(idea, [experiment], actor);
    if (!view) throw new Error('An experiment has no view.');
    return view;
  }

  /** Experiments of one idea, in the same order; the number of queries does not grow with them. */
  async all(idea: Idea, experiments: readonly Experiment[], actor: Actor): Promise<ExperimentView[]> {
    if (experiments.length === 0) return [];
    const measured = await this.experiments.measurements(experiments.map((experiment) => experiment.id));
    const lessons = await this.trail.lessons(idea.id);
    const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
    const people = await this.members.people([
      ...experiments.map((experiment) => experiment.lockedBy),
      ...measured.map((measurement) => measurement.memberId),
      ...lessons.map((lesson) => lesson.member),
    ]);
    const roles = rolesToward(idea, actor, inTeam, []);
    return experiments.map((experiment) => {
      const measurements = measured.filter((measurement) => measurement.experimentId === experiment.id);
      const lesson = lessons.find((it) => it.experiment === experiment.id);
      return {
        id: experiment.id,
        number: experiment.number,
        idea: { number: idea.number, title: idea.title },
        title: experiment.title,
        version: experiment.version,
        state: experiment.state,
        overdue: isOverdue(experiment, this.clock.now(), actor.organisation.timeZone),
        card: experiment.card,
        lockedAt: experiment.lockedAt?.toISOString() ?? null,
        lockedBy: personOf(people, experiment.lockedBy),
        endedAt: experiment.endedAt?.toISOString() ?? null,
        result: experiment.result,
        lesson: lesson ? lessonOf(lesson, people) : null,
        measurements: measurements.map((measurement) => measurementOf(measurement, people)),
        verdict: verdictOf(experiment.card, measurements),
        availableTransitions: this.transitions(idea, experiment, measurements.length, roles, actor),
        mayEdit: mayExperiment(roles) && !isLocked(experiment),
      };
    });
  }

  private transitions(
    idea: Idea,
    experiment: Experiment,
    measurements: number,
    roles: readonly ActorRole[],
    actor: Actor,
  ): ExperimentView['availableTransitions'] {
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const facts = experimentFacts(experiment, { roles, ideaStep: idea.step, today, measurements });
    return available(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, { step: experiment.state, cameFrom: null }, facts).map(
      ({ transition, to, refusals }) => ({
        to,
        asks: [...transition.asks],
        refusals: refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)),
      }),
    );
  }
}

function lessonOf(
  lesson: { observed: string; learned: string; therefore: string; at: Date; member: string | null },
  people: ReadonlyMap<string, PersonView>,
): LessonView {
  const { observed, learned, therefore, at, member } = lesson;
  return { observed, learned, therefore, at: at.toISOString(), by: personOf(people, member) };
}

function measurementOf(measurement: Measurement, people: ReadonlyMap<string, PersonView>): ExperimentView['measurements'][number] {
  const { id, group, on, successes, total, note, memberId, at } = measurement;
  return { id, group, on, successes, total, note, by: personOf(people, memberId), at: at.toISOString() };
}

function personOf(people: ReadonlyMap<string, PersonView>, member: string | null): PersonView | null {
  return member === null ? null : (people.get(member) ?? null);
}
