import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/index.js';
import { Queues } from '../../platform/queues/index.js';
import { TimerPoller } from '../../platform/timers/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { ImportsRepository } from './imports.repository.js';
import { RunImport } from './run-import.js';

/** Takes up imports whose job was lost: at the start of a process at once, later when one has stood still from one sweep to the next. */
@Injectable()
export class FindLostImports implements OnModuleInit {
  private seen: ReadonlyMap<string, number> | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly imports: ImportsRepository,
    private readonly running: RunImport,
    private readonly queues: Queues,
    private readonly poller: TimerPoller,
  ) {}

  onModuleInit(): void {
    this.poller.sweep(() => this.find());
  }

  /** Goes through all organisations. */
  async find(): Promise<void> {
    const { seen } = this;
    const now = new Map<string, number>();
    for (const { id: organisation } of await this.organisations.all()) {
      for (const { id, state, processed } of await this.work.run(organisation, () => this.imports.open())) {
        now.set(id, processed);
        if (this.running.active.has(id)) continue;
        const stands = seen === null || seen.get(id) === processed;
        // A job that is known to the queue as running would keep a job of the same name out.
        if (state === 'queued') await this.queues.add('import', { id, data: { organisation, import: id } });
        else if (stands) await this.queues.add('import', { id: uuid(), data: { organisation, import: id } });
      }
    }
    this.seen = now;
  }
}
