import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** What is counted and measured, for whoever runs Polku. */
@Global()
@Module({ providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
