import { Controller, Get, Query } from '@nestjs/common';
import { lessonPage, type LessonPage, listLessons, type ListLessons } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { FindLessons } from './find-lessons.js';

/** What the organisation has learned. */
@Controller('api/v1/organisations/:organisation/lessons')
export class LessonsController {
  constructor(private readonly finding: FindLessons) {}

  @Get()
  @Permit('list-lessons', 'Find lessons of ideas and experiments')
  @Answers(200, lessonPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listLessons }) query: ListLessons): Promise<LessonPage> {
    return this.finding.find(actor, query);
  }
}
