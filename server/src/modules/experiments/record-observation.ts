import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type ExperimentView, LIMITS, type RecordObservation as Recorded } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { refusalsToCorrect } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ObservationsRepository } from './observations.repository.js';
import { OpenExperiment } from './open-experiment.js';

/** Writes down what was seen in an experiment under way, in words. */
@Injectable()
export class RecordObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly observations: ObservationsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Refused for who may not and unless it is under way, Invalid for a day to come or too many. */
  record(actor: Actor, id: string, input: Recorded): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, experiment, roles } = await this.opening.open(actor, id);
      const refusals = refusalsToCorrect(experiment, roles);
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      if (input.on > dayOf(this.clock.now(), actor.organisation.timeZone)) {
        throw Invalid.field('on', 'in-the-future', 'What has not happened yet cannot have been observed.');
      }
      if ((await this.observations.count(experiment.id)) >= LIMITS.notes) {
        throw Invalid.field('body', 'too-many', `At most ${LIMITS.notes} observations of one experiment are possible.`);
      }
      const observation = {
        id: uuid(),
        organisationId: actor.organisation.id,
        experimentId: experiment.id,
        on: input.on,
        text: input.text,
        memberId: actor.member,
        at: this.clock.now(),
      };
      await this.observations.add(observation);
      await this.events.record({
        kind: 'observation-recorded',
        idea,
        member: actor.member,
        data: { experiment: experiment.id, experimentNumber: experiment.number, observation: observation.id },
      });
      return this.views.one(idea, experiment, actor);
    });
  }
}
