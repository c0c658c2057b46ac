import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from './unit-of-work.js';

/** What every repository of a tenant's rows is made of: it only works inside a unit of work. */
export abstract class TenantRepository {
  constructor(protected readonly work: UnitOfWork) {}

  protected get manager(): EntityManager {
    return this.work.manager;
  }

  /** The tenant whose rows these are: named in every query, whatever row-level security adds. */
  protected get organisation(): string {
    return this.work.organisation;
  }

  /** Runs SQL in the transaction under way and gives its rows. */
  protected rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.work.rows<Row>(sql, parameters);
  }
}

/** The rows of a raw query: for UPDATE and DELETE the driver wraps them as `[rows, count]`. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  const wrapped = result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (wrapped ? result[0] : result) as Row[];
}
