import { EventEmitter } from 'node:events';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { PostgresChannel } from './postgres-channel.js';

/** What processes tell each other: there are new published events, a member was notified, somebody came to an idea or left it, or a session has ended. */
export type LiveMessage =
  | { readonly organisation: string; readonly place: string }
  | { readonly organisation: string; readonly notified: readonly string[] }
  | { readonly organisation: string; readonly looking: true }
  | { readonly endedSession: string };

const CHANNEL = 'polku_live';

/**
 * Tells every process of the installation: in the process itself when there is only one, by LISTEN/NOTIFY
 * on a database of yours, by Redis where there is one. Messages may be lost; streams then notice by their place.
 */
@Injectable()
export class LiveBus implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(LiveBus.name);
  private readonly local = new EventEmitter({ captureRejections: false });
  private redis: { publisher: Redis; subscriber: Redis } | null = null;
  private postgres: PostgresChannel | null = null;

  constructor(@Inject(CONFIG) private readonly config: RunningConfig) {
    this.local.setMaxListeners(0);
  }

  async onModuleInit(): Promise<void> {
    if (this.config.redisUrl !== null) await this.openRedis(this.config.redisUrl);
    else if (!this.config.embedded) {
      this.postgres = new PostgresChannel(this.config.databaseUrl, CHANNEL, (text) => this.receive(text), this.logger);
      await this.postgres.open();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis?.publisher.disconnect();
    this.redis?.subscriber.disconnect();
    await this.postgres?.close();
  }

  /** Tells every process, this one too. */
  async announce(message: LiveMessage): Promise<void> {
    const text = JSON.stringify(message);
    if (this.redis) await this.redis.publisher.publish(CHANNEL, text);
    else if (this.postgres) await this.postgres.notify(text);
    else this.receive(text);
  }

  /** Calls `listener` with every message; gives back how to stop. */
  listen(listener: (message: LiveMessage) => void): () => void {
    this.local.on('message', listener);
    return () => this.local.off('message', listener);
  }

  private receive(text: string): void {
    this.local.emit('message', JSON.parse(text) as LiveMessage);
  }

  private async openRedis(url: string): Promise<void> {
    const publisher = new Redis(url);
    const subscriber = new Redis(url);
    for (const redis of [publisher, subscriber]) redis.on('error', (error: Error) => this.logger.warn(`Live channel: ${error.message}`));
    subscriber.on('message', (_channel: string, text: string) => this.receive(text));
    await subscriber.subscribe(CHANNEL);
    this.redis = { publisher, subscriber };
  }
}
