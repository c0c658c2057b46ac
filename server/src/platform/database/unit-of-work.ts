import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';

interface Scope {
  readonly organisation: string;
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
}

const MOST_ATTEMPTS = 4;

/** Somebody touched a tenant's data outside a unit of work, or inside another tenant's. */
export class TenantError extends Error {
  override readonly name = 'TenantError';
}

/**
 * One transaction of one tenant. Everything that reads or writes a tenant's rows runs inside it: it tells
 * PostgreSQL's row-level security whose rows may be seen, and lends repositories their entity manager.
 */
@Injectable()
export class UnitOfWork {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction of `organisation`; joins the one under way, if there is one. A transaction that lost a collision by chance
   * is tried again, so `work` must have no effect outside of it.
   * Commits when it resolves, rolls back when it rejects.
   * @throws TenantError when another tenant's transaction is under way, or `organisation` is empty.
   */
  async run<T>(organisation: string, work: () => Promise<T>): Promise<T> {
    if (!organisation) throw new TenantError('a unit of work needs an organisation');
    const current = this.scopes.getStore();
    if (current) {
      if (current.organisation !== organisation) throw new TenantError("another tenant's unit of work is under way");
      return work();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(organisation, work);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isMereCollision(error)) throw error;
      }
    }
  }

  /** The entity manager of the transaction under way. @throws TenantError outside of one. */
  get manager(): EntityManager {
    return this.scope.manager;
  }

  /**
   * For tables without a tenant: the transaction under way, or the pool outside of one. Whoever holds a connection must not wait
   * for a second one: as soon as all of them do, nobody gets any.
   */
  get managerForAll(): EntityManager {
    return this.scopes.getStore()?.manager ?? this.dataSource.manager;
  }

  /** The tenant of the transaction under way. @throws TenantError outside of one. */
  get organisation(): string {
    return this.scope.organisation;
  }

  /** Runs `act` once the transaction under way is committed; never when it is rolled back. */
  afterCommit(act: () => void): void {
    this.scope.afterCommit.push(act);
  }

  private async transaction<T>(organisation: string, work: () => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.organisation', $1, true)`, [organisation]);
      return this.scopes.run({ organisation, manager, afterCommit }, work);
    });
    for (const act of afterCommit) act();
    return result;
  }

  private get scope(): Scope {
    const scope = this.scopes.getStore();
    if (!scope) throw new TenantError('no unit of work is under way');
    return scope;
  }
}

/** Two transactions met by chance: a deadlock, or the same new rank. Nothing was written, so doing it again is right. */
function isMereCollision(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === '40P01' || code === '40001' || (code === '23505' && (constraint ?? '').endsWith('_rank'));
}
