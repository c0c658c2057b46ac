import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Clock } from '../clock/index.js';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { DataSource, rowsOf } from '../database/index.js';
import { Public } from '../http/index.js';
import { madeAt, Relay } from '../outbox/index.js';
import { Queues } from '../queues/index.js';
import { Draining } from './draining.js';

const PATIENCE = 2_000;
const LATE = 30_000;

type Part = 'ok' | 'failed' | 'behind';

/** Whether this process lives, and whether it is ready to serve: database, queue and relay told apart. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: Queues,
    private readonly relay: Relay,
    private readonly clock: Clock,
    private readonly draining: Draining,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  @Get('live')
  @Public('check-live', 'The process answers')
  @ApiResponse({ status: 200, description: 'It does.' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public('check-ready', 'Database, queue and relay')
  @ApiResponse({ status: 200, description: 'All of them work.' })
  @ApiResponse({ status: 503, description: 'One of them does not (the body tells which), or the process is about to stop.' })
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: Part; database: Part; queue: Part; relay: Part }> {
    const [database, queue, relay] = await Promise.all([
      part(async () => void (await this.dataSource.query('select 1'))),
      part(async () => void (await this.queues.open('notify'))),
      part(() => this.relayPart()),
    ]);
    const status = !this.draining.hasBegun && [database, queue, relay].every((it) => it === 'ok') ? 'ok' : 'failed';
    if (status !== 'ok') response.status(503);
    return { status, database, queue, relay };
  }

  private async relayPart(): Promise<Part> {
    const [oldest] = rowsOf<{ id: string | null }>(await this.dataSource.query(`select min(event_id::text) as id from app.relay_pending`));
    const since = oldest?.id ? madeAt(oldest.id).getTime() : null;
    if (since !== null && this.config.mode !== 'test' && this.clock.now().getTime() - since > LATE) return 'behind';
    if (this.config.roles.has('worker') && this.relay.lastRound === null) return 'behind';
    return 'ok';
  }
}

async function part(check: () => Promise<Part | void>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Part>((resolve) => {
    timer = setTimeout(() => resolve('failed'), PATIENCE);
  });
  try {
    return await Promise.race([check().then((answer) => answer ?? 'ok'), late]);
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
