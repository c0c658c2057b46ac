import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, nextNight } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PublishedOrder } from '../../platform/outbox/index.js';
import { TimerPoller, Timers } from '../../platform/timers/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { ColumnCountsRepository } from './column-counts.repository.js';

/** Compares, once a night in each organisation's time zone, what the board counts with what stands there; mends what is wrong and says so. */
@Injectable()
export class CheckCounts implements OnModuleInit {
  private readonly logger = new Logger(CheckCounts.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly counts: ColumnCountsRepository,
    private readonly order: PublishedOrder,
    private readonly timers: Timers,
    private readonly poller: TimerPoller,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.handle('counts-check', async ({ organisation }) => {
      const { timeZone } = await this.organisations.tenant(organisation);
      await this.timers.set('counts-check', organisation, nextNight(this.clock.now(), timeZone));
      await this.check(organisation);
    });
    this.poller.sweep(() => this.plan());
  }

  /** Checks the counts of an organisation now. */
  check(organisation: string): Promise<void> {
    return this.work.run(organisation, async () => {
      await this.order.hold();
      const wrong = await this.counts.wrong();
      if (wrong.length === 0) return;
      await this.counts.mend(wrong);
      const { slug } = await this.organisations.tenant(organisation);
      this.work.afterCommit(() => {
        for (const { pathway, step, counted, standing } of wrong) {
          this.logger.warn(`The board ${pathway} of ${slug} counted ${counted} on ${step}, where ${standing} stand. The count is mended.`);
        }
      });
    });
  }

  /** Every organisation has its nightly check. */
  private async plan(): Promise<void> {
    for (const { id, timeZone } of await this.organisations.all()) {
      await this.work.run(id, () => this.timers.ensure('counts-check', id, nextNight(this.clock.now(), timeZone)));
    }
  }
}
