import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { TimerPoller } from '../../platform/timers/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { PresenceRepository } from './presence.repository.js';

/** Takes away what is left of those who went without a word; it has not counted since. */
@Injectable()
export class SweepPresence implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly presence: PresenceRepository,
    private readonly poller: TimerPoller,
  ) {}

  onModuleInit(): void {
    this.poller.sweep(() => this.sweep());
  }

  /** Goes through all organisations. */
  async sweep(): Promise<void> {
    for (const { id } of await this.organisations.all()) await this.work.run(id, () => this.presence.sweep());
  }
}
