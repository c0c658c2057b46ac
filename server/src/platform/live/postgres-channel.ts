import type { Logger } from '@nestjs/common';
import pg from 'pg';
import { APP_ROLE } from '../database/data-source.js';

const RECONNECT = 1_000;

/** LISTEN/NOTIFY on a connection of its own, which comes back by itself when the database was away. */
export class PostgresChannel {
  private client: pg.Client | null = null;
  private closed = false;
  /** One statement at a time on the one connection. */
  private telling: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly receive: (text: string) => void,
    private readonly logger: Logger,
  ) {}

  /** Connects and listens. */
  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, options: `-c role=${APP_ROLE}`, keepAlive: true });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.receive(payload);
    });
    client.on('error', (error) => this.lost(client, error));
    await client.connect();
    await client.query(`listen ${this.channel}`);
    this.client = client;
  }

  /** Tells all listeners; without a connection nobody is told, and streams notice by their place. */
  async notify(text: string): Promise<void> {
    const { client } = this;
    if (!client) return;
    this.telling = this.telling.then(() => client.query(`select pg_notify($1, $2)`, [this.channel, text]));
    await this.telling.catch((error: unknown) => {
      this.telling = Promise.resolve();
      this.logger.warn(`Live channel: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private lost(client: pg.Client, error: Error): void {
    if (this.client === client) this.client = null;
    client.removeAllListeners();
    client.on('error', () => undefined);
    if (this.closed) return;
    this.logger.warn(`Live channel: ${error.message}`);
    this.reopen();
  }

  private reopen(): void {
    setTimeout(() => {
      if (this.closed) return;
      this.open().catch((error: unknown) => {
        this.logger.warn(`Live channel: ${error instanceof Error ? error.message : String(error)}`);
        this.reopen();
      });
    }, RECONNECT).unref();
  }
}
