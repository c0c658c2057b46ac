import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { decisionFilter, type DecisionFilter } from '#contracts';
import { sendCsv } from '../../platform/files/index.js';
import { AnswersFile, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ExportDecisions } from './export-decisions.js';

/** The log of decisions as a file. */
@Controller('api/v1/organisations/:organisation/decisions/log.csv')
export class DecisionLogController {
  constructor(private readonly exporting: ExportDecisions) {}

  @Get()
  @Permit('export-decisions', 'The log of decisions as CSV, filtered like the list')
  @AnswersFile('text/csv', 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Query({ schema: decisionFilter }) filter: DecisionFilter, @Res() response: Response): Promise<void> {
    return sendCsv(response, `decisions-${actor.organisation.slug}.csv`, this.exporting.rows(actor, filter));
  }
}
