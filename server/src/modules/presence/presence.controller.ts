import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { id, numberInPath, presenceView, type PresenceView } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { LookAtIdea } from './look-at-idea.js';

/** Who has an idea open now, by browser tab. */
@Controller('api/v1/organisations/:organisation/ideas/:number/presence/:tab')
export class PresenceController {
  constructor(private readonly looking: LookAtIdea) {}

  @Put()
  @Permit('look-at-idea', 'Say, every 20 seconds, that a browser tab shows an idea; gives the others who look at it now')
  @Answers(200, presenceView, 401, 403, 404, 422)
  look(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Param('tab', { schema: id }) tab: string,
  ): Promise<PresenceView> {
    return this.looking.look(actor, number, tab);
  }

  @Delete()
  @HttpCode(204)
  @Permit('leave-idea', 'Say that a browser tab shows an idea no more')
  @Answers(204, null, 401, 403, 404, 422)
  leave(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Param('tab', { schema: id }) tab: string,
  ): Promise<void> {
    return this.looking.leave(actor, number, tab);
  }
}
