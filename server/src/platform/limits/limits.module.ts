import { Global, Module } from '@nestjs/common';
import { RequestLimits } from './request-limits.js';

/** How often somebody may ask. */
@Global()
@Module({ providers: [RequestLimits], exports: [RequestLimits] })
export class LimitsModule {}
