import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';

/** How many mails wait in all organisations together, for the metrics of the workers. */
@Injectable()
export class CountWaitingMails implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly deliveries: DeliveriesRepository,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  onModuleInit(): void {
    if (!this.config.roles.has('worker')) return;
    this.metrics.gauge('polku_mails_waiting', 'Mails that are not sent yet, new ones and those that are tried again.', () => this.count());
  }

  private async count(): Promise<number> {
    let waiting = 0;
    for (const { id } of await this.organisations.all()) waiting += await this.work.run(id, () => this.deliveries.waiting());
    return waiting;
  }
}
