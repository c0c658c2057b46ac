import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock/index.js';
import { CONFIG, type RunningConfig } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { LimitsModule } from './limits/index.js';
import { LiveModule } from './live/index.js';
import { LoggingModule } from './logging/index.js';
import { MetricsModule } from './metrics/index.js';
import { OutboxModule } from './outbox/index.js';
import { QueuesModule } from './queues/index.js';
import { StorageModule } from './storage/index.js';
import { TimersModule } from './timers/index.js';

/** All that knows no feature, in one place. */
@Global()
@Module({})
export class PlatformModule {
  /** @param config the settings of this process @param clock the machine's, or one that tests move */
  static for(config: RunningConfig, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggingModule.for(config),
        DiscoveryModule,
        MetricsModule,
        DatabaseModule,
        QueuesModule,
        OutboxModule,
        TimersModule,
        LiveModule,
        LimitsModule,
        StorageModule,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [CONFIG, Clock],
    };
  }
}
