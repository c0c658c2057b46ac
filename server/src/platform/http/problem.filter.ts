import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import type { Problem, ProblemCode, RefusalCode } from '#contracts';
import { driverCode, isPassingTrouble } from '../database/index.js';
import { ProblemError } from './problems.js';

const TITLES: Record<ProblemCode, string> = {
  unreadable: 'The request cannot be read',
  'not-signed-in': 'Not signed in',
  'sign-in-failed': 'Sign-in failed',
  'foreign-origin': 'The request came from another site',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  refused: 'Refused',
  'version-conflict': 'Changed meanwhile',
  'too-large': 'Too large',
  invalid: 'Invalid',
  'idempotency-mismatch': 'The key was used for something else',
  'unsupported-media-type': 'Unsupported media type',
  'too-many-requests': 'Too many requests',
  'too-many-streams': 'Too many live streams',
  'too-many-imports': 'Too many imports',
  'method-not-allowed': 'Method not allowed',
  busy: 'Busy',
  internal: 'Something went wrong',
};

// PostgreSQL's classes of errors that a client's data can cause past every check of ours.
const DATA_ERRORS = new Set(['22021', '22P05', '22003', '22008', '22P02', '22001']);

/** Writes every error as problem details; nothing of the inside shows. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  /**
   * @param mostBytes what a body may have at most; a file that is too large is said where it is taken in
   * @param refused hears the code of every refusal that is answered
   */
  constructor(
    private readonly mostBytes: number,
    private readonly refused: (code: RefusalCode) => void,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.problemOf(error);
    for (const { code } of problem.refusals ?? []) this.refused(code);
    if (problem.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.retryAfter !== undefined) response.setHeader('Retry-After', String(problem.retryAfter));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof ProblemError) return problem(error.status, error.code, error.detail, error.extras);
    const status = statusOf(error);
    if (status !== null) return this.httpProblem(status, error);
    const code = driverCode(error);
    if (code !== null && DATA_ERRORS.has(code)) return problem(422, 'invalid', 'A value cannot be stored as it is.');
    if (isPassingTrouble(error)) return busy();
    return problem(
      500,
      'internal',
      'Something went wrong on our side. Nothing was saved; try again, and tell your administrator if it stays.',
    );
  }

  private httpProblem(status: number, error: unknown): Problem {
    const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
    switch (status) {
      case 400:
        return problem(400, 'unreadable', 'The request cannot be read: its body must be complete and well-formed.');
      case 401:
        return problem(401, 'not-signed-in', 'Sign in first.');
      case 403:
        return problem(403, 'not-allowed', 'Your role may not do this.');
      case 404:
        return problem(404, 'not-found', 'There is nothing at this address.');
      case 405:
        return problem(405, 'method-not-allowed', 'This address does not know this method.');
      case 413:
        return problem(413, 'too-large', `What was sent is too large: at most ${this.mostBytes} bytes.`, { limit: this.mostBytes });
      case 415:
        return problem(415, 'unsupported-media-type', 'This encoding or media type is not understood.');
      case 429:
        return problem(429, 'too-many-requests', 'Too many requests; wait a moment.', { retryAfter: 30 });
      case 503:
        return problem(503, 'busy', 'The server is busy for a moment; try again.', { retryAfter: 1 });
      default:
        if (status < 500) return problem(400, 'unreadable', `The request cannot be read${type ? ` (${type})` : ''}.`);
        return problem(500, 'internal', 'Something went wrong on our side.');
    }
  }
}

function busy(): Problem {
  return problem(503, 'busy', 'The server is busy for a moment. Nothing was saved; try again.', { retryAfter: 1 });
}

function problem(status: number, code: ProblemCode, detail: string, extras: Partial<Problem> = {}): Problem {
  return { type: 'about:blank', title: TITLES[code], status, code, detail, ...extras };
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  // body-parser and other middleware give plain errors with a status.
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') return error.status;
  return null;
}
