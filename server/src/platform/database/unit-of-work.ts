import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

interface Scope {
  readonly organisation: string;
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
}

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
   * Runs `work` in a transaction of `organisation`; joins the one under way, if there is one.
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
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.organisation', $1, true)`, [organisation]);
      return this.scopes.run({ organisation, manager, afterCommit }, work);
    });
    for (const act of afterCommit) act();
    return result;
  }

  /** The entity manager of the transaction under way. @throws TenantError outside of one. */
  get manager(): EntityManager {
    return this.scope.manager;
  }

  /** The tenant of the transaction under way. @throws TenantError outside of one. */
  get organisation(): string {
    return this.scope.organisation;
  }

  /** Runs `act` once the transaction under way is committed; never when it is rolled back. */
  afterCommit(act: () => void): void {
    this.scope.afterCommit.push(act);
  }

  private get scope(): Scope {
    const scope = this.scopes.getStore();
    if (!scope) throw new TenantError('no unit of work is under way');
    return scope;
  }
}
