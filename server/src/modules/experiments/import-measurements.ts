import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type ImportMeasurements as Import, LIMITS, type MeasurementFault, type MeasurementsImport } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { refusalsToMeasure } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { type Measured, measuringPeriod } from './measured.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { OpenExperiment, type OpenedExperiment } from './open-experiment.js';
import { readMeasurements } from './read-measurements.js';

/** Records many measurements at once, from pasted text or a CSV file: all of them, or none when one is wrong. */
@Injectable()
export class ImportMeasurements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly measurements: MeasurementsRepository,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives what is wrong, or the experiment with its verdict. @throws NotFound, Refused for who may not and while it does not run. */
  import(actor: Actor, id: string, input: Import): Promise<MeasurementsImport> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.open(actor, id);
      const { idea, experiment, roles, measured } = opened;
      const refusals = refusalsToMeasure(experiment, roles);
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      const today = dayOf(this.clock.now(), actor.organisation.timeZone);
      const itemsLeft = await this.measurements.itemsLeft(experiment);
      const read = readMeasurements(input.text, experiment.card, { today, period: measuringPeriod(experiment.card), itemsLeft });
      const isTooMuch = measured.recorded + read.total > LIMITS.measurements;
      const faults: readonly MeasurementFault[] = isTooMuch ? [{ row: null, column: null, code: 'too-many-rows' }] : read.faults;
      const errors = faults.slice(0, LIMITS.importErrors);
      if (faults.length > 0 || input.dryRun) return { total: read.total, errors, errorCount: faults.length, experiment: null };
      await this.write(opened, read.measured, actor);
      return { total: read.total, errors, errorCount: 0, experiment: await this.views.one(idea, experiment, actor) };
    });
  }

  private async write({ idea, experiment }: OpenedExperiment, measured: readonly Measured[], actor: Actor): Promise<void> {
    const now = this.clock.now();
    await this.measurements.add(
      measured.map((values) => ({
        ...values,
        id: uuid(),
        organisationId: actor.organisation.id,
        experimentId: experiment.id,
        memberId: actor.member,
        at: now,
        withdrawnAt: null,
      })),
    );
    await this.events.record({
      kind: 'measurements-imported',
      idea,
      member: actor.member,
      data: { experiment: experiment.id, experimentNumber: experiment.number, count: measured.length },
    });
  }
}
