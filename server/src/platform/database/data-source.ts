import type { DataSourceOptions } from 'typeorm';
import { PreparingClient } from './preparing-client.js';

/** Role of the application's pool: rights on schema `app`, under row-level security. */
export const APP_ROLE = 'polku_app';
/** Role of the queue's pools: rights on schema `bullmq` only. */
export const QUEUE_ROLE = 'polku_queue';
/** Schema of BullMQ's tables. */
export const QUEUE_SCHEMA = 'bullmq';

/** What the application's own pool is made of: the owner's address, switched to the application's role on connect. */
export function appDataSourceOptions(databaseUrl: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    schema: 'app',
    synchronize: false,
    migrationsRun: false,
    logging: false,
    poolSize,
    extra: {
      Client: PreparingClient,
      pipeline: true,
      options: `-c role=${APP_ROLE}`,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 120_000,
      connectionTimeoutMillis: 15_000,
    },
  };
}
