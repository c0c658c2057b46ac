import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { escapeLiteral, type ClientBase } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { driverFault } from './passing-trouble.js';

interface Scope {
  readonly organisation: string;
  readonly manager: EntityManager;
  readonly client: ClientBase;
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
   * Runs SQL in the transaction under way and gives its rows. Statements that are asked for at once are sent at once, in that order, and
   * PostgreSQL does one after the other; those that do not need each other's answers cost one wait.
   * @throws TenantError outside of a transaction; what the driver throws.
   */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.scope.client.query(sql, [...parameters]);
    return rows as Row[];
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
    const result = await this.committed(organisation, work, afterCommit);
    for (const act of afterCommit) act();
    return result;
  }

  private async committed<T>(organisation: string, work: () => Promise<T>, afterCommit: (() => void)[]): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      const begun = begin(runner, client, organisation);
      try {
        const result = await this.scopes.run({ organisation, manager: runner.manager, client, afterCommit }, work);
        await begun;
        await commit(client);
        return result;
      } catch (error) {
        await rollBack(client);
        throw error;
      }
    } finally {
      isInTransaction(runner, false);
      await runner.release();
    }
  }

  private get scope(): Scope {
    const scope = this.scopes.getStore();
    if (!scope) throw new TenantError('no unit of work is under way');
    return scope;
  }
}

/** Begins, and names the tenant; both are on their way, before whatever is asked for next, when this returns. */
function begin(runner: QueryRunner, client: ClientBase, organisation: string): Promise<unknown> {
  isInTransaction(runner, true);
  const begun = client.query(`START TRANSACTION; SET LOCAL app.organisation = ${escapeLiteral(organisation)}`);
  // Where this fails the work fails too, and is heard first.
  begun.catch(() => undefined);
  return begun;
}

/** Tells TypeORM, which did not begin the transaction itself, of it: `save` and the like then begin none of their own. */
function isInTransaction(runner: QueryRunner, isTransactionActive: boolean): void {
  Object.assign(runner, { isTransactionActive, transactionDepth: isTransactionActive ? 1 : 0 });
}

async function commit(client: ClientBase): Promise<void> {
  const { command } = await client.query('COMMIT');
  // PostgreSQL ends a transaction in which a statement failed by undoing it, and calls that no error.
  if (command !== 'COMMIT') throw new Error('A statement of this transaction had failed, so nothing of it was written.');
}

/** Undoes what was done; a connection that is lost has undone it already. */
async function rollBack(client: ClientBase): Promise<void> {
  await client.query('ROLLBACK').catch(() => undefined);
}

/** Two transactions met by chance: a deadlock, or the same new rank. Nothing was written, so doing it again is right. */
function isMereCollision(error: unknown): boolean {
  const { code, constraint } = driverFault(error);
  return code === '40P01' || code === '40001' || (code === '23505' && (constraint ?? '').endsWith('_rank'));
}
