import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ideaFilter, type IdeaFilter } from '#contracts';
import { sendCsv, sendJsonList } from '../../platform/files/index.js';
import { AnswersFile, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ExportIdeas } from './export-ideas.js';

/** Ideas as files: all of them, or what a list is narrowed to. */
@Controller('api/v1/organisations/:organisation/exports')
export class ExportsController {
  constructor(private readonly exporting: ExportIdeas) {}

  @Get('ideas.csv')
  @Permit('export-ideas-csv', 'Ideas as CSV, filtered like the list')
  @AnswersFile('text/csv', 401, 403, 404, 422)
  csv(@CurrentActor() actor: Actor, @Query({ schema: ideaFilter }) filter: IdeaFilter, @Res() response: Response): Promise<void> {
    return sendCsv(response, `ideas-${actor.organisation.slug}.csv`, this.exporting.rows(actor, filter));
  }

  @Get('ideas.json')
  @Permit('export-ideas-json', 'Ideas as a JSON array, filtered like the list')
  @AnswersFile('application/json', 401, 403, 404, 422)
  json(@CurrentActor() actor: Actor, @Query({ schema: ideaFilter }) filter: IdeaFilter, @Res() response: Response): Promise<void> {
    return sendJsonList(response, `ideas-${actor.organisation.slug}.json`, this.exporting.items(actor, filter));
  }
}
