import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { followerPage, type FollowerPage, listFollowers, type ListFollowers, numberInPath, standing, type Standing } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { FollowIdea } from './follow-idea.js';
import { ReadFollowers } from './read-followers.js';

/** Those who follow an idea, and those who support it. */
@Controller('api/v1/organisations/:organisation/ideas/:number')
export class FollowersController {
  constructor(
    private readonly following: FollowIdea,
    private readonly reading: ReadFollowers,
  ) {}

  @Get('followers')
  @Permit('list-followers', 'Who follows an idea, who came last first')
  @Answers(200, followerPage, 401, 403, 404, 422)
  followers(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: listFollowers }) query: ListFollowers,
  ): Promise<FollowerPage> {
    return this.reading.ofIdea(actor, 'follower', number, query);
  }

  @Put('followers/me')
  @Permit('follow-idea', 'Follow an idea, and be told what becomes of it')
  @Answers(200, standing, 401, 403, 404, 422)
  follow(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<Standing> {
    return this.following.become(actor, 'follower', number);
  }

  @Delete('followers/me')
  @Permit('unfollow-idea', 'Follow an idea no more')
  @Answers(200, standing, 401, 403, 404, 422)
  unfollow(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<Standing> {
    return this.following.cease(actor, 'follower', number);
  }

  @Get('supporters')
  @Permit('list-supporters', 'Who supports an idea, who came last first')
  @Answers(200, followerPage, 401, 403, 404, 422)
  supporters(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: listFollowers }) query: ListFollowers,
  ): Promise<FollowerPage> {
    return this.reading.ofIdea(actor, 'supporter', number, query);
  }

  @Put('supporters/me')
  @Permit('support-idea', 'Support an idea')
  @Answers(200, standing, 401, 403, 404, 422)
  support(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<Standing> {
    return this.following.become(actor, 'supporter', number);
  }

  @Delete('supporters/me')
  @Permit('unsupport-idea', 'Support an idea no more')
  @Answers(200, standing, 401, 403, 404, 422)
  unsupport(@CurrentActor() actor: Actor, @Param('number', { schema: numberInPath }) number: number): Promise<Standing> {
    return this.following.cease(actor, 'supporter', number);
  }
}
