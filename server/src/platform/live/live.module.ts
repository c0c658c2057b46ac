import { Global, Module } from '@nestjs/common';
import { LiveBus } from './live-bus.js';

/** How processes tell each other that something can be read. */
@Global()
@Module({ providers: [LiveBus], exports: [LiveBus] })
export class LiveModule {}
