import type { FieldCode, FieldProblem, Problem, ProblemCode, Refusal } from '#contracts';

/** An answer that is a problem (RFC 9457): thrown by use cases, written by the problem filter. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extras: Partial<Pick<Problem, 'refusals' | 'current' | 'fields' | 'retryAfter' | 'limit'>> = {},
  ) {
    super(detail);
  }
}

/** 404: does not exist, or must not be known to exist. */
export class NotFound extends ProblemError {
  constructor(what = 'This') {
    super(404, 'not-found', `${what} does not exist, or you may not see it.`);
  }
}

/** 409: the state refuses. */
export class Refused extends ProblemError {
  constructor(refusals: readonly Refusal[]) {
    super(409, 'refused', 'This is not possible now; see what is missing.', { refusals: [...refusals] });
  }
}

/** 409: somebody else changed it meanwhile. */
export class VersionConflict extends ProblemError {
  constructor(current: unknown) {
    super(409, 'version-conflict', 'Somebody changed this meanwhile. Nothing was saved; the present version comes along.', { current });
  }
}

/** 422: understood but invalid. */
export class Invalid extends ProblemError {
  constructor(fields: readonly FieldProblem[]) {
    super(422, 'invalid', fields[0] ? `${fields[0].path}: ${fields[0].message}` : 'Some fields are invalid.', { fields: [...fields] });
  }

  /** One field is wrong. */
  static field(path: string, code: FieldCode, message: string): Invalid {
    return new Invalid([{ path, code, message }]);
  }
}
