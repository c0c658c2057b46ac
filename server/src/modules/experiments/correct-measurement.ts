import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type CorrectMeasurement as Correction, type ExperimentView, type FieldProblem, MEASURED_VALUES } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import type { Experiment } from './experiment.entity.js';
import { refusalsToCorrect } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ANY_DAY, faultsOf, type Measured, measuredFrom, measuringPeriod, numbersOf, valuesOf } from './measured.js';
import type { Measurement } from './measurement.entity.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { OpenExperiment } from './open-experiment.js';

/** Corrects what was measured, or withdraws it: the values that were stay beside it, with who, when and why. */
@Injectable()
export class CorrectMeasurement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly measurements: MeasurementsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the experiment with its verdict; a correction that changes nothing leaves no trace.
   * @throws NotFound, Refused for who may not, after the conclusion and for what was withdrawn, Invalid for values that do not fit.
   */
  correct(actor: Actor, id: string, measurement: string, input: Correction): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const { idea, experiment, roles } = await this.opening.open(actor, id);
      const found = await this.measurements.find(experiment.id, measurement);
      if (!found) throw new NotFound('This measurement');
      const refusals = [
        ...refusalsToCorrect(experiment, roles),
        ...(found.withdrawnAt === null ? [] : [{ code: 'measurement-in-force' as const, params: {} }]),
      ];
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      const after = await this.valuesAfter(experiment, found, actor, input);
      if (after !== null && JSON.stringify(after) === JSON.stringify(valuesOf(found))) return this.views.one(idea, experiment, actor);
      await this.write(found, after, actor, input.reason);
      await this.events.record({
        kind: 'measurement-corrected',
        idea,
        member: actor.member,
        data: {
          experiment: experiment.id,
          experimentNumber: experiment.number,
          measurement: found.id,
          withdrawn: after === null,
          before: numbersOf(found),
          ...(after === null ? {} : { after: numbersOf(after) }),
        },
        text: { reason: input.reason },
      });
      return this.views.one(idea, experiment, actor);
    });
  }

  private async write(found: Measurement, after: Measured | null, actor: Actor, reason: string): Promise<void> {
    const now = this.clock.now();
    await this.measurements.correct(found.id, after ?? { withdrawnAt: now });
    await this.measurements.addCorrection({
      id: uuid(),
      measurementId: found.id,
      before: valuesOf(found),
      after,
      reason,
      memberId: actor.member,
      at: now,
    });
  }

  private async valuesAfter(experiment: Experiment, found: Measurement, actor: Actor, input: Correction): Promise<Measured | null> {
    const { on, withdrawn } = input;
    if (withdrawn === true || on === undefined) {
      const faults = superfluous(input);
      if (faults.length > 0) throw new Invalid(faults);
      return null;
    }
    const sent = { ...input, on, group: input.group ?? found.group };
    const left = await this.measurements.itemsLeft(experiment);
    const itemsLeft = left === null ? null : left + (found.total ?? 0);
    // The day on which it was measured may stay, even if the card has been amended since; not for a group that may not be so old.
    const stays = on === found.on && sent.group === found.group;
    const period = stays ? ANY_DAY : measuringPeriod(experiment.card);
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const faults = faultsOf(experiment.card, sent, { today, period, itemsLeft });
    if (faults.length > 0) throw new Invalid(faults);
    return measuredFrom(sent);
  }
}

/** What is withdrawn has no new values. */
function superfluous(input: Correction): FieldProblem[] {
  return (['group', 'on', ...MEASURED_VALUES, 'note'] as const)
    .filter((name) => input[name] !== undefined && input[name] !== null)
    .map((path) => ({ path, code: 'unknown-field', message: 'What is withdrawn has no values.' }));
}
