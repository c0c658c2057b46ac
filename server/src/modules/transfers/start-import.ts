import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { ImportView, StartImport as Start } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, ProblemError } from '../../platform/http/index.js';
import { Queues } from '../../platform/queues/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { FirstStep } from '../ideas/index.js';
import { viewOf } from './import.view.js';
import { ImportsRepository } from './imports.repository.js';

/** A file that was sent. */
export interface SentFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

const LONGEST_NAME = 200;

/** Takes a file in and queues its import. */
@Injectable()
export class StartImport {
  private readonly logger = new Logger(StartImport.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly first: FirstStep,
    private readonly queues: Queues,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  /** Gives the import as it waits. @throws Invalid without a file, and for an unknown step; 429 while too many wait or run. */
  start(actor: Actor, input: Start, file: SentFile | undefined): Promise<ImportView> {
    if (!file) throw Invalid.field('file', 'required', 'A CSV file must be sent along.');
    const organisation = actor.organisation.id;
    return this.work.run(organisation, async () => {
      const now = this.clock.now();
      const start = await this.first.on(actor.organisation, now, input.step || null);
      if (!start) throw Invalid.field('step', 'unknown-step', 'The pathway has no such step.');
      await this.refuseTooMany();
      const id = uuid();
      const delimiter = input.delimiter === 'tab' ? '\t' : input.delimiter;
      await this.imports.forgetSamples(actor.member);
      await this.imports.add(
        {
          id,
          member: actor.member,
          dryRun: input.dryRun,
          fileName: plainName(file.originalname),
          delimiter,
          mapping: input.mapping ?? null,
          step: start.step,
          createdAt: now,
        },
        file.buffer,
      );
      this.work.afterCommit(() => this.queue(organisation, id));
      const row = await this.imports.find(id);
      if (!row) throw new Error('The import was not written.');
      return viewOf(row);
    });
  }

  private async refuseTooMany(): Promise<void> {
    const { imports: limit } = this.config.limits;
    if ((await this.imports.countOpen()) < limit) return;
    const detail = `${limit} imports of this organisation wait or run already. Start this one when they are done.`;
    throw new ProblemError(429, 'too-many-imports', detail, { retryAfter: 30, limit });
  }

  private queue(organisation: string, id: string): void {
    this.queues.add('import', { id, data: { organisation, import: id } }).catch((error: unknown) => {
      // The sweep adds it again.
      this.logger.warn(`The import ${id} waits for the next sweep: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{C}/gu, '').slice(0, LONGEST_NAME).toWellFormed() || 'file.csv';
}
