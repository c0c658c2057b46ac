import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { LIMITS } from '#contracts';
import { Clock } from '../clock/index.js';
import { rowsOf, UnitOfWork } from '../database/index.js';
import type { PolkuRequest } from './permit.js';
import { Invalid, ProblemError } from './problems.js';

interface Kept {
  readonly request_hash: Buffer;
  readonly status: number | null;
  readonly body: unknown;
}

const A_DAY = 86_400_000;

/** How many answers that are too old go with each new one: more than come, so they become fewer. */
const SWEPT = 10;

/** Takes away what is too old of this key, and the oldest of others; those that somebody holds stay for the next. */
const FORGET = `
  with oldest as (
    select member_id, key from app.idempotency_key
    where organisation_id = $1 and created_at < $4 order by created_at limit $5 for update skip locked
  ), gone as (
    select $2::uuid as member_id, $3::text as key union select member_id, key from oldest
  )
  delete from app.idempotency_key k using gone
  where k.organisation_id = $1 and k.member_id = gone.member_id and k.key = gone.key and k.created_at < $4`;

/**
 * `Idempotency-Key`: the key, the effect and the answer are written in one transaction, so a repeat either finds the answer
 * or does the work; a second request with the same key waits on the key's row for the first. An answer that is a problem rolls
 * back and is not kept: nothing happened that a repeat could double.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<PolkuRequest>();
    const key = request.header('idempotency-key');
    const { actor } = request;
    if (key === undefined || !actor || request.method === 'GET') return next.handle();
    if (key.length === 0 || key.length > LIMITS.idempotencyKey) {
      throw Invalid.field('Idempotency-Key', 'too-long', `Must have 1 to ${LIMITS.idempotencyKey} characters.`);
    }
    const response = context.switchToHttp().getResponse<Response>();
    return from(
      this.once(actor.organisation.id, actor.member, key, hashOf(request), response, () =>
        lastValueFrom(next.handle(), { defaultValue: null }),
      ),
    );
  }

  private once(
    organisation: string,
    member: string,
    key: string,
    hash: Buffer,
    response: Response,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    return this.work.run(organisation, async () => {
      const now = this.clock.now();
      const { manager } = this.work;
      await manager.query(FORGET, [organisation, member, key, new Date(now.getTime() - A_DAY), SWEPT]);
      const claimed = rowsOf(
        await manager.query(
          `insert into app.idempotency_key (organisation_id, member_id, key, request_hash, created_at)
           values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
          [organisation, member, key, hash, now],
        ),
      );
      if (claimed.length === 0) {
        const [kept] = rowsOf<Kept>(
          await manager.query(
            `select request_hash, status, body from app.idempotency_key where organisation_id = $1 and member_id = $2 and key = $3`,
            [organisation, member, key],
          ),
        );
        return this.repeat(kept, hash, response);
      }
      const body = await act();
      await manager.query(
        `update app.idempotency_key set status = $4, body = $5 where organisation_id = $1 and member_id = $2 and key = $3`,
        [organisation, member, key, response.statusCode, JSON.stringify(body ?? null)],
      );
      return body;
    });
  }

  private repeat(kept: Kept | undefined, hash: Buffer, response: Response): unknown {
    if (!kept || !kept.request_hash.equals(hash)) {
      throw new ProblemError(422, 'idempotency-mismatch', 'This Idempotency-Key was used for another request. Use a new key.');
    }
    response.status(kept.status ?? 200);
    response.setHeader('Idempotency-Replayed', 'true');
    return kept.body ?? undefined;
  }
}

/** Of the body as it was sent; of a form, whose boundaries change with every sending, of its fields and its file. */
function hashOf(request: PolkuRequest): Buffer {
  const hash = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`);
  if (request.rawBody) return hash.update(request.rawBody).digest();
  if (request.bodySha256 !== undefined) return hash.update(request.bodySha256).digest();
  hash.update(JSON.stringify(request.body ?? null));
  if (request.file) hash.update(`\n${JSON.stringify(request.file.originalname)}\n`).update(request.file.buffer);
  return hash.digest();
}
