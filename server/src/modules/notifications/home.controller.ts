import { Controller, Get } from '@nestjs/common';
import { homeView, type HomeView } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ReadHome } from './read-home.js';

/** Where a member begins. */
@Controller('api/v1/organisations/:organisation/home')
export class HomeController {
  constructor(private readonly reading: ReadHome) {}

  @Get()
  @Permit('read-home', 'Where my ideas stand, what waits for me, and what is new')
  @Answers(200, homeView, 401, 403, 404)
  read(@CurrentActor() actor: Actor): Promise<HomeView> {
    return this.reading.read(actor);
  }
}
