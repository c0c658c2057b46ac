import { Global, Module } from '@nestjs/common';
import { TimerPoller } from './timer-poller.js';
import { Timers } from './timers.js';

/** What happens by itself, and when. */
@Global()
@Module({ providers: [Timers, TimerPoller], exports: [Timers, TimerPoller] })
export class TimersModule {}
