import { Injectable } from '@nestjs/common';
import { rowsOf, UnitOfWork } from '../database/index.js';

/**
 * The published order of an organisation has one writer at a time: who holds it, until the transaction ends, knows that no event gets its
 * place meanwhile, and that all projections stand at the same one. Inside a unit of work.
 */
@Injectable()
export class PublishedOrder {
  constructor(private readonly work: UnitOfWork) {}

  /** Holds it, after whoever holds it now. */
  async hold(): Promise<void> {
    await this.work.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [this.work.organisation]);
  }

  /** Holds it unless somebody else does; whether it is held now. */
  async tryHold(): Promise<boolean> {
    const [lock] = rowsOf<{ mine: boolean }>(
      await this.work.manager.query(`select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as mine`, [this.work.organisation]),
    );
    return lock?.mine ?? false;
  }
}
