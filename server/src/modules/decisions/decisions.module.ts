import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExperimentsModule } from '../experiments/index.js';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AskForDecision } from './ask-for-decision.js';
import { Decision } from './decision.entity.js';
import { DecisionDetails } from './decision-detail.view.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsController, IdeaDecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { GatherEvidence } from './gather-evidence.js';
import { HearVerdict } from './hear-verdict.js';
import { KnowDecisions } from './know-decisions.js';
import { MakeDecision } from './make-decision.js';
import { OpenDecision } from './open-decision.js';
import { PanelRepository } from './panel.repository.js';
import { ReadDecisions } from './read-decisions.js';
import { ScoreDecision } from './score-decision.js';
import { StepOut } from './step-out.js';
import { TellPanelFinished } from './tell-panel-finished.js';

/** Decisions: asked for with evidence, a decider and a deadline, and made with a reason. */
@Module({
  imports: [TypeOrmModule.forFeature([Decision]), IdeasModule, PathwaysModule, ExperimentsModule, OrganisationsModule],
  controllers: [IdeaDecisionsController, DecisionsController],
  providers: [
    DecisionsRepository,
    PanelRepository,
    OpenDecision,
    GatherEvidence,
    HearVerdict,
    DecisionViews,
    DecisionDetails,
    TellPanelFinished,
    AskForDecision,
    ScoreDecision,
    StepOut,
    MakeDecision,
    ReadDecisions,
    KnowDecisions,
  ],
  exports: [AskForDecision, ScoreDecision, StepOut, MakeDecision, ReadDecisions],
})
export class DecisionsModule {}
