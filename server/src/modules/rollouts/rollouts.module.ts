import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AmendEffect } from './amend-effect.js';
import { EffectAmendment } from './effect-amendment.entity.js';
import { EffectAmendmentsRepository } from './effect-amendments.repository.js';
import { EffectsController } from './effects.controller.js';
import { EffectsRepository } from './effects.repository.js';
import { KnowRollouts } from './know-rollouts.js';
import { ListEffects } from './list-effects.js';
import { MoveRollout } from './move-rollout.js';
import { OpenRollout } from './open-rollout.js';
import { PlanRollout } from './plan-rollout.js';
import { ReadRollout } from './read-rollout.js';
import { Rollout } from './rollout.entity.js';
import { RolloutViews } from './rollout.view.js';
import { RolloutsController } from './rollouts.controller.js';
import { RolloutsRepository } from './rollouts.repository.js';
import { WatchFollowUp } from './watch-follow-up.js';

/** Rollouts: how what works comes into use, and is looked at again. */
@Module({
  imports: [TypeOrmModule.forFeature([Rollout, EffectAmendment]), IdeasModule, PathwaysModule, OrganisationsModule],
  controllers: [RolloutsController, EffectsController],
  providers: [
    RolloutsRepository,
    EffectAmendmentsRepository,
    AmendEffect,
    OpenRollout,
    RolloutViews,
    PlanRollout,
    MoveRollout,
    ReadRollout,
    KnowRollouts,
    WatchFollowUp,
    EffectsRepository,
    ListEffects,
  ],
  exports: [PlanRollout, MoveRollout, ReadRollout],
})
export class RolloutsModule {}
