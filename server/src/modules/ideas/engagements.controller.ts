import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  engagementPage,
  type EngagementPage,
  engagementView,
  type EngagementView,
  listEngagements,
  type ListEngagements,
  numberInPath,
  recordEngagement,
  type RecordEngagement as Recorded,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ReadEngagements } from './read-engagements.js';
import { RecordEngagement } from './record-engagement.js';

/** How residents and users were involved in an idea. */
@Controller('api/v1/organisations/:organisation/ideas/:number/engagements')
export class EngagementsController {
  constructor(
    private readonly reading: ReadEngagements,
    private readonly recording: RecordEngagement,
  ) {}

  @Get()
  @Permit('list-engagements', 'How residents and users were involved in an idea, the latest day first')
  @Answers(200, engagementPage, 401, 403, 404, 422)
  list(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: listEngagements }) query: ListEngagements,
  ): Promise<EngagementPage> {
    return this.reading.ofIdea(actor, number, query);
  }

  @Post()
  @Permit('record-engagement', 'Record that residents or users were involved')
  @Answers(201, engagementView, 400, 401, 403, 404, 409, 413, 422)
  record(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Body({ schema: recordEngagement }) body: Recorded,
  ): Promise<EngagementView> {
    return this.recording.record(actor, number, body);
  }
}
