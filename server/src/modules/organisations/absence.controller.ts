import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { absenceView, type AbsenceView, setAbsence, type SetAbsence } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { AnnounceAbsence } from './announce-absence.js';

/** The absence of the asking member. */
@Controller('api/v1/organisations/:organisation/absence')
export class AbsenceController {
  constructor(private readonly announcing: AnnounceAbsence) {}

  @Get()
  @Permit('read-absence', 'When I am away, and for whom I decide')
  @Answers(200, absenceView, 401, 403, 404)
  read(@CurrentActor() actor: Actor): Promise<AbsenceView> {
    return this.announcing.read(actor);
  }

  @Put()
  @Permit('set-absence', 'Say when I am away and who decides meanwhile')
  @Answers(200, absenceView, 400, 401, 403, 404, 413, 422)
  set(@CurrentActor() actor: Actor, @Body({ schema: setAbsence }) body: SetAbsence): Promise<AbsenceView> {
    return this.announcing.set(actor, body);
  }

  @Delete()
  @HttpCode(204)
  @Permit('end-absence', 'I am back, or not going')
  @Answers(204, null, 401, 403, 404)
  end(@CurrentActor() actor: Actor): Promise<void> {
    return this.announcing.end(actor);
  }
}
