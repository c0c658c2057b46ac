import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { ExperimentView, RecordMeasurement as Recorded } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { GuardRefusal } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { EXPERIMENTERS, mayExperiment } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { OpenExperiment, type OpenedExperiment } from './open-experiment.js';

/** Records what was measured while an experiment runs. Measurements only come to it, so its version stays. */
@Injectable()
export class RecordMeasurement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly experiments: ExperimentsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the experiment with its verdict. @throws NotFound, Refused for who may not and while it does not run, Invalid for a day to come. */
  record(actor: Actor, id: string, input: Recorded): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.open(actor, id);
      const { idea, experiment } = opened;
      const refusals = refusalsToMeasure(opened).map((refusal) => withLink(refusal, actor.organisation.slug, idea.number));
      if (refusals.length > 0) throw new Refused(refusals);
      if (input.on > dayOf(this.clock.now(), actor.organisation.timeZone)) {
        throw Invalid.field('on', 'in-the-future', 'What has not happened yet cannot have been measured.');
      }
      const measurement = {
        id: uuid(),
        organisationId: actor.organisation.id,
        experimentId: experiment.id,
        group: input.group,
        on: input.on,
        successes: input.successes,
        total: input.total,
        note: input.note || null,
        memberId: actor.member,
        at: this.clock.now(),
      };
      await this.experiments.addMeasurement(measurement);
      await this.events.record({
        kind: 'measurement-recorded',
        idea,
        member: actor.member,
        data: { experiment: experiment.id, experimentNumber: experiment.number, measurement: measurement.id },
      });
      return this.views.one(idea, experiment, actor);
    });
  }
}

/** Only a running experiment can be measured: before it the card is not locked, after it the verdict stands. */
function refusalsToMeasure({ experiment, roles }: OpenedExperiment): GuardRefusal[] {
  return [
    ...(mayExperiment(roles) ? [] : [{ code: 'role-in' as const, params: { roles: EXPERIMENTERS } }]),
    ...(experiment.state === 'running' ? [] : [{ code: 'no-transition' as const, params: { from: experiment.state, to: 'measured' } }]),
  ];
}
