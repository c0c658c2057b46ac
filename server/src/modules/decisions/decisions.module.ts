import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExperimentsModule } from '../experiments/index.js';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AskForDecision } from './ask-for-decision.js';
import { CoverDecisions } from './cover-decisions.js';
import { DecisionDuties } from './decision-duties.js';
import { DecisionLogController } from './decision-log.controller.js';
import { Decision } from './decision.entity.js';
import { DecisionDetails } from './decision-detail.view.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsController, IdeaDecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DelegateDecision } from './delegate-decision.js';
import { DelegationsRepository } from './delegations.repository.js';
import { ExportDecisions } from './export-decisions.js';
import { HoldDecision } from './hold-decision.js';
import { GatherEvidence } from './gather-evidence.js';
import { HearVerdict } from './hear-verdict.js';
import { KnowDecisions } from './know-decisions.js';
import { MakeDecision } from './make-decision.js';
import { OpenDecision } from './open-decision.js';
import { PanelRepository } from './panel.repository.js';
import { ReadDecisions } from './read-decisions.js';
import { ReadDuties } from './read-duties.js';
import { ScoreDecision } from './score-decision.js';
import { StandIns } from './stand-ins.js';
import { StepOut } from './step-out.js';
import { TellPanelFinished } from './tell-panel-finished.js';
import { WatchDecisions } from './watch-decisions.js';

/** Decisions: asked for with evidence, a decider and a deadline, scored by a panel, and made with a reason. */
@Module({
  imports: [TypeOrmModule.forFeature([Decision]), IdeasModule, PathwaysModule, ExperimentsModule, OrganisationsModule],
  // The log's address must be known before that of one decision.
  controllers: [IdeaDecisionsController, DecisionLogController, DecisionsController],
  providers: [
    DecisionsRepository,
    DelegationsRepository,
    PanelRepository,
    HoldDecision,
    OpenDecision,
    GatherEvidence,
    HearVerdict,
    DecisionDuties,
    DecisionViews,
    DecisionDetails,
    StandIns,
    CoverDecisions,
    WatchDecisions,
    TellPanelFinished,
    AskForDecision,
    ScoreDecision,
    StepOut,
    DelegateDecision,
    MakeDecision,
    ReadDecisions,
    ReadDuties,
    ExportDecisions,
    KnowDecisions,
  ],
  exports: [AskForDecision, ScoreDecision, StepOut, DelegateDecision, MakeDecision, ReadDecisions, ReadDuties],
})
export class DecisionsModule {}
