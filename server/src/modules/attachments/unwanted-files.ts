import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FileStore } from '../../platform/storage/index.js';
import { Timers } from '../../platform/timers/index.js';

const A_DAY = 86_400_000;

/**
 * Files that belong to no attachment, or to none any more. A file and a row cannot be written in one transaction; so a file has a timer that
 * deletes it before it is stored, which the transaction that attaches it takes away, and the one that removes it sets again. Whatever breaks
 * off in between, no file stays that nobody can see.
 */
@Injectable()
export class UnwantedFiles implements OnModuleInit {
  private readonly logger = new Logger(UnwantedFiles.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly timers: Timers,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.handle('file-unwanted', ({ organisation, subject }) => this.store.delete({ organisation, id: subject }));
  }

  /** The file that will be stored under this id is deleted tomorrow, unless it is wanted until then. */
  expect(organisation: string, id: string): Promise<void> {
    return this.work.run(organisation, () => this.timers.set('file-unwanted', id, new Date(this.clock.now().getTime() + A_DAY)));
  }

  /** It stays. Part of the transaction under way. */
  want(id: string): Promise<void> {
    return this.timers.set('file-unwanted', id, null);
  }

  /** It is deleted as soon as the transaction under way is committed. */
  unwant(id: string): Promise<void> {
    return this.timers.set('file-unwanted', id, this.clock.now());
  }

  /** It was stored for nothing. Where this fails it is deleted tomorrow. */
  async drop(organisation: string, id: string): Promise<void> {
    try {
      await this.work.run(organisation, () => this.unwant(id));
    } catch (error) {
      this.logger.warn(`The file ${id} is deleted tomorrow: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
