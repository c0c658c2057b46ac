import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AttachmentsModule } from './modules/attachments/index.js';
import { ChallengesModule } from './modules/challenges/index.js';
import { DecisionsModule } from './modules/decisions/index.js';
import { DiscussionModule } from './modules/discussion/index.js';
import { ExperimentsModule } from './modules/experiments/index.js';
import { IdeasModule } from './modules/ideas/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { OrganisationsModule } from './modules/organisations/index.js';
import { PathwaysModule } from './modules/pathways/index.js';
import { PresenceModule } from './modules/presence/index.js';
import { RolloutsModule } from './modules/rollouts/index.js';
import { TransfersModule } from './modules/transfers/index.js';
import { ViewsModule } from './modules/views/index.js';
import type { Clock } from './platform/clock/index.js';
import type { RunningConfig } from './platform/config/index.js';
import { HealthModule } from './platform/health/index.js';
import { IdempotencyInterceptor } from './platform/http/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { ReferenceModule } from './platform/reference/index.js';
import { StreamModule } from './platform/stream/index.js';

/** All of Polku; what a process does of it is said by its roles. */
@Module({})
export class AppModule {
  static for(config: RunningConfig, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(config, clock),
        HealthModule,
        ReferenceModule,
        StreamModule,
        IdentityModule,
        OrganisationsModule,
        PathwaysModule,
        ChallengesModule,
        ViewsModule,
        IdeasModule,
        PresenceModule,
        DiscussionModule,
        AttachmentsModule,
        ExperimentsModule,
        DecisionsModule,
        RolloutsModule,
        NotificationsModule,
        TransfersModule,
      ],
      providers: [{ provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
    };
  }
}
