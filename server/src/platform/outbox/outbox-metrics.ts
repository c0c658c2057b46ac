import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { DataSource, rowsOf } from '../database/index.js';
import { Metrics } from '../metrics/index.js';
import { madeAt } from './domain-event.js';

/** How far the relay is behind, as the workers say it: one number for the whole installation, so the web processes do not repeat it. */
@Injectable()
export class OutboxMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  onModuleInit(): void {
    if (!this.config.roles.has('worker')) return;
    this.metrics.gauge('polku_outbox_pending', 'Events that are not handed on yet.', async () => (await this.pending()).count);
    this.metrics.gauge('polku_outbox_lag_seconds', 'How long the oldest event waits to be handed on.', async () => {
      const { oldest } = await this.pending();
      return oldest === null ? 0 : Math.max(0, this.clock.now().getTime() - madeAt(oldest).getTime()) / 1_000;
    });
  }

  private async pending(): Promise<{ readonly count: number; readonly oldest: string | null }> {
    const [row] = rowsOf<{ count: number; oldest: string | null }>(
      await this.dataSource.query(`select count(*)::int as count, min(event_id::text) as oldest from app.relay_pending`),
    );
    return row ?? { count: 0, oldest: null };
  }
}
