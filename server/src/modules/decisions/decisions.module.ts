import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AskForDecision } from './ask-for-decision.js';
import { CoverDecisions } from './cover-decisions.js';
import { DecisionDuties } from './decision-duties.js';
import { DecisionLogController } from './decision-log.controller.js';
import { Decision } from './decision.entity.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsController, IdeaDecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DelegateDecision } from './delegate-decision.js';
import { DelegationsRepository } from './delegations.repository.js';
import { ExportDecisions } from './export-decisions.js';
import { HoldDecision } from './hold-decision.js';
import { KnowDecisions } from './know-decisions.js';
import { MakeDecision } from './make-decision.js';
import { ReadDecisions } from './read-decisions.js';
import { StandIns } from './stand-ins.js';
import { WatchDecisions } from './watch-decisions.js';

/** Decisions: asked for with evidence, a decider and a deadline, and made with a reason. */
@Module({
  imports: [TypeOrmModule.forFeature([Decision]), IdeasModule, PathwaysModule, OrganisationsModule],
  // The log's address must be known before that of one decision.
  controllers: [IdeaDecisionsController, DecisionLogController, DecisionsController],
  providers: [
    DecisionsRepository,
    DelegationsRepository,
    DecisionDuties,
    DecisionViews,
    HoldDecision,
    StandIns,
    CoverDecisions,
    WatchDecisions,
    AskForDecision,
    DelegateDecision,
    MakeDecision,
    ReadDecisions,
    ExportDecisions,
    KnowDecisions,
  ],
  exports: [AskForDecision, MakeDecision, ReadDecisions],
})
export class DecisionsModule {}
