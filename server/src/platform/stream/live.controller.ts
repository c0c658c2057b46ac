import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Answers, CurrentActor, CurrentVisitor, Permit } from '../http/index.js';
import type { Actor, Visitor } from '../tenancy/index.js';
import { LiveStreams } from './live-streams.js';

const followLive = z.object({
  after: z
    .string()
    .regex(/^\d{1,18}$/, 'unknown-value')
    .optional(),
});
type FollowLive = z.infer<typeof followLive>;

/** What happens, as it happens. */
@Controller('api/v1/organisations/:organisation/live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @ApiProduces('text/event-stream')
  @Permit('follow-live', 'Follow what happens (server-sent events); Last-Event-ID, or after=, resumes without loss')
  @Answers(200, null, 401, 403, 404, 422, 429)
  async follow(
    @CurrentActor() actor: Actor,
    @CurrentVisitor() visitor: Visitor,
    @Query({ schema: followLive }) query: FollowLive,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    // Asked for without a body, a stream has nothing to wait for.
    if (request.method === 'HEAD') {
      response.type('text/event-stream').end();
      return;
    }
    const after = lastEventId !== undefined && /^\d{1,18}$/.test(lastEventId) ? lastEventId : query.after;
    await this.streams.follow(actor, visitor, after === undefined ? null : BigInt(after), response);
  }
}
