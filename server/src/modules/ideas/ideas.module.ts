import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChallengesModule } from '../challenges/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { BoardController } from './board.controller.js';
import { ChangeIdeasController } from './change-ideas.controller.js';
import { ChangeIdeas } from './change-ideas.js';
import { ChangeTeam } from './change-team.js';
import { CheckCounts } from './check-counts.js';
import { ColumnCountsRepository } from './column-counts.repository.js';
import { CountColumns } from './count-columns.js';
import { EditIdea } from './edit-idea.js';
import { Engagement } from './engagement.entity.js';
import { EngagementsController } from './engagements.controller.js';
import { EngagementsRepository } from './engagements.repository.js';
import { FirstStep } from './first-step.js';
import { Idea } from './idea.entity.js';
import { FollowIdea } from './follow-idea.js';
import { FollowersController } from './followers.controller.js';
import { FollowersRepository } from './followers.repository.js';
import { IdeaKnowledgeGatherer } from './idea-knowledge.js';
import { IdeaViews } from './idea.view.js';
import { IdeasController, TeamController } from './ideas.controller.js';
import { IdeasRepository } from './ideas.repository.js';
import { ImportIdeas } from './import-ideas.js';
import { ImportedIdeasRepository } from './imported-ideas.repository.js';
import { ExcerptsRepository } from './excerpts.repository.js';
import { ExportIdeas } from './export-ideas.js';
import { ExportsController } from './exports.controller.js';
import { KnowSurroundings } from './know-surroundings.js';
import { KeepPromises } from './keep-promises.js';
import { KnowLimits } from './know-limits.js';
import { LanesRepository } from './lanes.repository.js';
import { LimitStep } from './limit-step.js';
import { MoveIdea } from './move-idea.js';
import { OwnIdeasRepository } from './own-ideas.repository.js';
import { PlaceIdea } from './place-idea.js';
import { UndoMove } from './undo-move.js';
import { ReadBoard } from './read-board.js';
import { ReadEngagements } from './read-engagements.js';
import { ReadFollowers } from './read-followers.js';
import { ReadLanes } from './read-lanes.js';
import { ReadIdeas } from './read-ideas.js';
import { ReadOwnIdeas } from './read-own-ideas.js';
import { RecordEngagement } from './record-engagement.js';
import { SetDue } from './set-due.js';
import { ShortenRanks } from './shorten-ranks.js';
import { SubmitIdea } from './submit-idea.js';
import { TeamRepository } from './team.repository.js';
import { TrailRepository } from './trail.repository.js';
import { WipLimitsRepository } from './wip-limits.repository.js';

/** Ideas and the board they move on. */
@Module({
  imports: [TypeOrmModule.forFeature([Idea, Engagement]), OrganisationsModule, PathwaysModule, ChallengesModule],
  controllers: [
    ChangeIdeasController,
    IdeasController,
    TeamController,
    FollowersController,
    BoardController,
    EngagementsController,
    ExportsController,
  ],
  providers: [
    KnowSurroundings,
    KnowLimits,
    WipLimitsRepository,
    LimitStep,
    IdeasRepository,
    TeamRepository,
    TrailRepository,
    IdeaKnowledgeGatherer,
    IdeaViews,
    FirstStep,
    SubmitIdea,
    EditIdea,
    MoveIdea,
    PlaceIdea,
    UndoMove,
    ChangeTeam,
    ChangeIdeas,
    FollowersRepository,
    FollowIdea,
    ReadFollowers,
    ReadIdeas,
    ExcerptsRepository,
    ExportIdeas,
    ReadBoard,
    ReadLanes,
    LanesRepository,
    SetDue,
    CountColumns,
    ColumnCountsRepository,
    CheckCounts,
    KeepPromises,
    ShortenRanks,
    ImportedIdeasRepository,
    ImportIdeas,
    EngagementsRepository,
    RecordEngagement,
    ReadEngagements,
    OwnIdeasRepository,
    ReadOwnIdeas,
  ],
  exports: [
    IdeasRepository,
    TeamRepository,
    TrailRepository,
    IdeaKnowledgeGatherer,
    SubmitIdea,
    EditIdea,
    MoveIdea,
    ChangeTeam,
    SetDue,
    FirstStep,
    ImportIdeas,
    EngagementsRepository,
    RecordEngagement,
    ReadOwnIdeas,
  ],
})
export class IdeasModule {}
