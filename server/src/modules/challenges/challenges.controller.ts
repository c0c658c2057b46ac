import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  askChallenge,
  type AskChallenge as Asked,
  type ChallengeChoices,
  challengeChoices,
  challengePage,
  type ChallengePage,
  challengeView,
  type ChallengeView,
  type ChooseChallenge,
  chooseChallenge,
  editChallenge,
  type EditChallenge as Edit,
  id,
  listChallenges,
  type ListChallenges,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { AskChallenge } from './ask-challenge.js';
import { EditChallenge } from './edit-challenge.js';
import { ReadChallenges } from './read-challenges.js';

/** Challenges: what the hub asks, and ideas answer. */
@Controller('api/v1/organisations/:organisation/challenges')
export class ChallengesController {
  constructor(
    private readonly reading: ReadChallenges,
    private readonly asking: AskChallenge,
    private readonly editing: EditChallenge,
  ) {}

  @Get()
  @Permit('list-challenges', 'The challenges, the one that opens last first')
  @Answers(200, challengePage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listChallenges }) query: ListChallenges): Promise<ChallengePage> {
    return this.reading.list(actor, query);
  }

  @Get('choices')
  @Permit('choose-challenge', 'The newest hundred challenges by name, to choose one from')
  @Answers(200, challengeChoices, 401, 403, 404, 422)
  choices(@CurrentActor() actor: Actor, @Query({ schema: chooseChallenge }) { state }: ChooseChallenge): Promise<ChallengeChoices> {
    return this.reading.choices(actor, state ?? null);
  }

  @Post()
  @Permit('ask-challenge', 'Ask a question for a while')
  @Answers(201, challengeView, 400, 401, 403, 404, 413, 422)
  ask(@CurrentActor() actor: Actor, @Body({ schema: askChallenge }) body: Asked): Promise<ChallengeView> {
    return this.asking.ask(actor, body);
  }

  @Get(':challenge')
  @Permit('read-challenge', 'Read a challenge')
  @Answers(200, challengeView, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('challenge', { schema: id }) challenge: string): Promise<ChallengeView> {
    return this.reading.one(actor, challenge);
  }

  @Patch(':challenge')
  @Permit('edit-challenge', 'Change what a challenge asks, and when')
  @Answers(200, challengeView, 400, 401, 403, 404, 409, 413, 422)
  edit(
    @CurrentActor() actor: Actor,
    @Param('challenge', { schema: id }) challenge: string,
    @Body({ schema: editChallenge }) body: Edit,
  ): Promise<ChallengeView> {
    return this.editing.edit(actor, challenge, body);
  }
}
