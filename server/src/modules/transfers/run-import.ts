import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Language } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { isPassingTrouble, UnitOfWork } from '../../platform/database/index.js';
import { JobHandlers } from '../../platform/queues/index.js';
import type { Tenant } from '../../platform/tenancy/index.js';
import { type ImportedIdea, ImportIdeas } from '../ideas/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { ImportFaults } from './import-faults.js';
import { type ImportRow, ImportsRepository } from './imports.repository.js';
import { ReadFile, type ReadResult } from './read-file.js';

/** Rows that are written in one transaction. */
export const PART = 250;
/** Attempts in which nothing gets written before an import is given up: the queue's eight within two minutes, then two of the sweep. */
export const MOST_ATTEMPTS = 10;
const RELAY_POLL = 50;
const RELAY_PATIENCE = 300_000;

/**
 * Does an import: everything is checked before the first row is written; then part after part, each in one transaction together with
 * the count of rows, so that after a crash the next run goes on exactly there. It is done only when counts and live streams have it.
 */
@Injectable()
export class RunImport implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RunImport.name);
  /** The imports that this process works on. */
  readonly active = new Set<string>();
  private stopping = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly files: ReadFile,
    private readonly ideas: ImportIdeas,
    private readonly organisations: OrganisationsRepository,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('import', ({ organisation, import: id }) => this.run(organisation, typeof id === 'string' ? id : ''));
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /**
   * Runs an import to its end, from wherever it stands; when the server stops meanwhile, the next sweep takes it up.
   * @throws what went wrong, so that the job is tried again, until an import that does not get on is given up: then it has failed.
   */
  async run(organisation: string, id: string): Promise<void> {
    if (this.active.has(id)) return;
    this.active.add(id);
    try {
      await this.go(organisation, id);
    } catch (error) {
      if (!(await this.isGivenUp(organisation, id, error))) throw error;
    } finally {
      this.active.delete(id);
    }
  }

  private async go(organisation: string, id: string): Promise<void> {
    const begun = await this.work.run(organisation, async () => {
      const row = await this.imports.lockOpen(id);
      // The attempts before may all have ended with their process, which could say nothing.
      if (!row || (await this.giveUp(row))) return null;
      await this.imports.begin(id);
      return { row, content: await this.imports.file(id) };
    });
    if (!begun) return;
    const { row, content } = begun;
    if (!content) throw new Error(`The file of the import ${id} is gone.`);
    const file = await this.files.read(organisation, row, content);
    const { columns, mapping, ideas, faults } = file;
    // Samples serve the choice of columns, which a dry run is for.
    const sample = row.dryRun ? file.sample : [];
    await this.work.run(organisation, () => this.imports.describe(id, { columns, mapping, sample, total: ideas.length }));
    // Once rows are written, what changed since (a member who left) stops nothing any more.
    if (faults.any && row.processed === 0) {
      await this.finish(organisation, id, { state: 'failed', errors: faults.listed, errorCount: faults.count });
      return;
    }
    if (row.dryRun) await this.count(organisation, id, file);
    else if (!(await this.write(organisation, row, ideas))) {
      await this.work.run(organisation, () => this.imports.giveBackAttempt(id));
      return;
    }
    await this.finish(organisation, id, { state: 'done' });
  }

  /** Says what would happen. */
  private async count(organisation: string, id: string, { ideas }: ReadResult): Promise<void> {
    await this.work.run(organisation, async () => {
      const row = await this.imports.lockOpen(id);
      if (!row || row.processed > 0) return;
      const names = ideas.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
      const updated = await this.ideas.countKnown(names);
      await this.imports.advance(id, { processed: ideas.length, created: ideas.length - updated, updated });
    });
  }

  /** Writes all parts that are not written, and waits until they are handed on; false when the server stops before. */
  private async write(organisation: string, { id }: ImportRow, ideas: readonly ImportedIdea[]): Promise<boolean> {
    const tenant = await this.organisations.tenant(organisation);
    const language = (await this.organisations.bySlug(tenant.slug))?.language ?? 'en';
    for (;;) {
      if (this.stopping) return false;
      const more = await this.work.run(organisation, () => this.writePart(id, ideas, tenant, language));
      if (!more) break;
    }
    const end = performance.now() + RELAY_PATIENCE;
    while (!(await this.work.run(organisation, () => this.imports.isHandedOn(id)))) {
      if (this.stopping) return false;
      if (performance.now() > end) throw new Error(`The relay has not handed on the import ${id}.`);
      await pause(RELAY_POLL);
    }
    return true;
  }

  private async writePart(id: string, all: readonly ImportedIdea[], tenant: Tenant, language: Language): Promise<boolean> {
    // The row says how far it is, and is held: a second worker on the same import waits here, then goes on behind this part.
    const row = await this.imports.lockOpen(id);
    if (!row || row.processed >= all.length) return false;
    const ideas = all.slice(row.processed, row.processed + PART);
    const counts = await this.ideas.bringIn({ importId: id, tenant, importer: row.member, language, step: row.step, ideas });
    await this.imports.advance(id, { processed: ideas.length, ...counts });
    return true;
  }

  /** Whether a failure was the last one. A database that was away is nobody's failure. */
  private async isGivenUp(organisation: string, id: string, error: unknown): Promise<boolean> {
    if (isPassingTrouble(error)) {
      await this.work
        .run(organisation, () => this.imports.giveBackAttempt(id))
        .catch((away: unknown) =>
          this.logger.warn(`An attempt of the import ${id} counts although the database was away: ${String(away)}`),
        );
      return false;
    }
    const isGivenUp = await this.work.run(organisation, async () => {
      const row = await this.imports.lockOpen(id);
      return row !== null && this.giveUp(row);
    });
    if (isGivenUp)
      this.logger.error(`The import ${id} was given up: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return isGivenUp;
  }

  /** Ends an import that has been begun often enough without getting on; what it has written stays. Inside a unit of work. */
  private async giveUp({ id, attempts, processed, total }: ImportRow): Promise<boolean> {
    if (attempts < MOST_ATTEMPTS) return false;
    const faults = new ImportFaults();
    faults.add(
      null,
      null,
      'given-up',
      `Polku could not go on after ${attempts} attempts; ${processed} of ${total} rows are written and stay. Send the same file again: ` +
        `ideas with an external id are updated, not doubled. If it fails again, tell your administrator.`,
    );
    await this.imports.finish(id, { state: 'failed', errors: faults.listed, errorCount: faults.count, at: this.clock.now() });
    return true;
  }

  private async finish(
    organisation: string,
    id: string,
    end: Pick<Parameters<ImportsRepository['finish']>[1], 'state' | 'errors' | 'errorCount'>,
  ): Promise<void> {
    await this.work.run(organisation, () => this.imports.finish(id, { ...end, at: this.clock.now() }));
  }
}
