import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { changeIdeas, type ChangeIdeas as Change, ideasChanged, type IdeasChanged } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ChangeIdeas } from './change-ideas.js';

/** Many ideas at once. */
@Controller('api/v1/organisations/:organisation/ideas/changes')
export class ChangeIdeasController {
  constructor(private readonly changing: ChangeIdeas) {}

  @Post()
  @HttpCode(200)
  @Permit('change-ideas', 'Do one thing to many ideas, each by its own rules: move, assign, tag; says of each what became of it')
  @Answers(200, ideasChanged, 400, 401, 403, 404, 413, 422)
  change(@CurrentActor() actor: Actor, @Body({ schema: changeIdeas }) body: Change): Promise<IdeasChanged> {
    return this.changing.change(actor, body);
  }
}
