import { Controller, Get, Query } from '@nestjs/common';
import { effectPage, type EffectPage, listEffects, type ListEffects as Filter } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ListEffects } from './list-effects.js';

/** What came of what was rolled out. */
@Controller('api/v1/organisations/:organisation/effects')
export class EffectsController {
  constructor(private readonly listing: ListEffects) {}

  @Get()
  @Permit('list-effects', 'Expected against measured effects of the organisation’s rollouts')
  @Answers(200, effectPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listEffects }) query: Filter): Promise<EffectPage> {
    return this.listing.list(actor, query);
  }
}
