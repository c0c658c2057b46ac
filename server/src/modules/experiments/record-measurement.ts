import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type ExperimentView, LIMITS, type RecordMeasurement as Recorded } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { refusalsToMeasure } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { faultsOf, measuredFrom, measuringPeriod, numbersOf } from './measured.js';
import type { Measurement } from './measurement.entity.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { OpenExperiment } from './open-experiment.js';

/** Records what was measured while an experiment runs. Measurements only come to it, so its version stays. */
@Injectable()
export class RecordMeasurement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly measurements: MeasurementsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the experiment with its verdict. @throws NotFound, Refused for who may not and while it does not run, Invalid for values that do not fit. */
  record(actor: Actor, id: string, input: Recorded): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, experiment, roles, measured } = await this.opening.open(actor, id);
      const refusals = refusalsToMeasure(experiment, roles);
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      const itemsLeft = await this.measurements.itemsLeft(experiment);
      const { card } = experiment;
      const today = dayOf(this.clock.now(), actor.organisation.timeZone);
      const faults = faultsOf(card, input, { today, period: measuringPeriod(card), itemsLeft });
      if (faults.length > 0) throw new Invalid(faults);
      if (measured.recorded >= LIMITS.measurements) {
        throw Invalid.field('body', 'too-many', `At most ${LIMITS.measurements} measurements of one experiment are possible.`);
      }
      const measurement: Measurement = {
        ...measuredFrom(input),
        id: uuid(),
        organisationId: actor.organisation.id,
        experimentId: experiment.id,
        memberId: actor.member,
        at: this.clock.now(),
        withdrawnAt: null,
      };
      await this.measurements.add([measurement]);
      await this.events.record({
        kind: 'measurement-recorded',
        idea,
        member: actor.member,
        data: {
          experiment: experiment.id,
          experimentNumber: experiment.number,
          measurement: measurement.id,
          after: numbersOf(measurement),
        },
      });
      return this.views.one(idea, experiment, actor);
    });
  }
}
