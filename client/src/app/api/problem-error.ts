import type { FieldProblem, Problem, ProblemCode, Refusal } from '#contracts';

/** Codes that the client adds to those of the server. */
export type ErrorCode = ProblemCode | 'offline';

/** What went wrong with a request: the problem details of the server, or `offline` (status 0) when it was not reached. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ErrorCode,
    readonly status: number,
    readonly detail: string,
    /** With `refused`: why. */
    readonly refusals: readonly Refusal[] = [],
    /** With `version-conflict`: the thing as it is now. */
    readonly current: unknown = undefined,
    /** With `invalid`: what is wrong with which field. */
    readonly fields: readonly FieldProblem[] = [],
    /** Seconds to wait, with `too-many-requests` and `busy`. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(detail || code);
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

const byStatus = (status: number): ErrorCode => {
  if (status === 0) return 'offline';
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many-requests';
  // A proxy answers for a server that is restarting.
  if (status === 502 || status === 503 || status === 504) return 'busy';
  return 'internal';
};

/** Reads an answer's status and body as a problem. */
export const problemOf = (status: number, body: unknown): ProblemError =>
  isProblem(body)
    ? new ProblemError(body.code, status, body.detail, body.refusals, body.current, body.fields, body.retryAfter)
    : new ProblemError(byStatus(status), status, '');

/** Whatever was thrown, as a problem; what the client itself did wrong becomes `internal`. */
export const asProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('internal', 0, error instanceof Error ? error.message : '');
