import { Controller, Get } from '@nestjs/common';
import { unitPage, type UnitPage } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { UnitsRepository } from './units.repository.js';

/** The parts of an organisation. */
@Controller('api/v1/organisations/:organisation/units')
export class UnitsController {
  constructor(
    private readonly units: UnitsRepository,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('list-units', 'The units of the organisation, in order of name')
  @Answers(200, unitPage, 401, 403, 404)
  list(@CurrentActor() actor: Actor): Promise<UnitPage> {
    return this.work.run(actor.organisation.id, async () => ({ items: await this.units.all(), next: null }));
  }
}
