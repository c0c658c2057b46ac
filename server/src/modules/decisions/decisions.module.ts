import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AskForDecision } from './ask-for-decision.js';
import { Decision } from './decision.entity.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsController, IdeaDecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { KnowDecisions } from './know-decisions.js';
import { MakeDecision } from './make-decision.js';
import { ReadDecisions } from './read-decisions.js';

/** Decisions: asked for with evidence, a decider and a deadline, and made with a reason. */
@Module({
  imports: [TypeOrmModule.forFeature([Decision]), IdeasModule, PathwaysModule, OrganisationsModule],
  controllers: [IdeaDecisionsController, DecisionsController],
  providers: [DecisionsRepository, DecisionViews, AskForDecision, MakeDecision, ReadDecisions, KnowDecisions],
  exports: [AskForDecision, MakeDecision, ReadDecisions],
})
export class DecisionsModule {}
