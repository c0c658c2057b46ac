import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AmendExperiment as Amend, ExperimentView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { withLink } from '../ideas/index.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { CheckResponsible } from './check-responsible.js';
import { refusalsToAmend } from './experiment.policy.js';
import { ExperimentViews } from './experiment.view.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { OpenExperiment, type OpenedExperiment } from './open-experiment.js';
import { PromiseTheEnd } from './promise-the-end.js';
import { changedCardFields, type TestCard, testCardFrom } from './test-card.js';
import { WatchExperiment } from './watch-experiment.js';

/** Changes the locked card of an experiment under way: the card as it was stays, with who, when and why, for all to see. */
@Injectable()
export class AmendExperiment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenExperiment,
    private readonly responsible: CheckResponsible,
    private readonly experiments: ExperimentsRepository,
    private readonly amendments: AmendmentsRepository,
    private readonly end: PromiseTheEnd,
    private readonly watch: WatchExperiment,
    private readonly events: EventLog,
    private readonly views: ExperimentViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the experiment as it is now. @throws NotFound, VersionConflict with the current experiment, Refused, Invalid for who is no member. */
  amend(actor: Actor, id: string, input: Amend): Promise<ExperimentView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.open(actor, id);
      const { idea, experiment } = opened;
      if (experiment.version !== input.version) throw new VersionConflict(await this.views.one(idea, experiment, actor));
      const card = testCardFrom(input.card);
      const today = dayOf(this.clock.now(), actor.organisation.timeZone);
      const refusals = refusalsToAmend(experiment, card, { ...opened, today });
      if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
      await this.responsible.check(card);
      const changes = { card, version: experiment.version + 1, updatedAt: this.clock.now() };
      await this.experiments.update(experiment.id, changes);
      await this.write(opened, card, actor, input.reason);
      const amended = { ...experiment, ...changes };
      if (card.endsOn !== experiment.card.endsOn) {
        await this.end.promise(idea, amended, actor);
        await this.watch.set(amended, idea, actor.organisation);
      }
      return this.views.one(idea, amended, actor);
    });
  }

  private async write({ idea, experiment, measured }: OpenedExperiment, card: TestCard, actor: Actor, reason: string): Promise<void> {
    const fields = changedCardFields(experiment.card, card);
    // What was withdrawn was seen all the same.
    const afterData = measured.recorded > 0;
    await this.amendments.add({
      id: uuid(),
      experimentId: experiment.id,
      before: experiment.card,
      after: card,
      fields,
      reason,
      afterData,
      memberId: actor.member,
      at: this.clock.now(),
    });
    const of = (from: TestCard) => Object.fromEntries(fields.map((field) => [field, from[field]]));
    await this.events.record({
      kind: 'experiment-amended',
      idea,
      member: actor.member,
      data: { experiment: experiment.id, experimentNumber: experiment.number, fields, afterData },
      text: { reason, before: of(experiment.card), after: of(card) },
    });
  }
}
