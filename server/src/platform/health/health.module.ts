import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

/** Health of the process. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
