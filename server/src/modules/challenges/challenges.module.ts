import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { AskChallenge } from './ask-challenge.js';
import { Challenge } from './challenge.entity.js';
import { ChallengesController } from './challenges.controller.js';
import { ChallengesRepository } from './challenges.repository.js';
import { CheckChallenge } from './check-challenge.js';
import { EditChallenge } from './edit-challenge.js';
import { FindChallenges } from './find-challenges.js';
import { ReadChallenges } from './read-challenges.js';

/** Challenges, which ideas answer. */
@Module({
  imports: [TypeOrmModule.forFeature([Challenge]), OrganisationsModule],
  controllers: [ChallengesController],
  providers: [ChallengesRepository, CheckChallenge, ReadChallenges, AskChallenge, EditChallenge, FindChallenges],
  exports: [FindChallenges, AskChallenge],
})
export class ChallengesModule {}
