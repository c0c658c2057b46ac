import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from './problems.js';

/** Before JSON is read: it is written in UTF-8 (RFC 8259), so any other charset is refused, not guessed at. */
export function refuseOtherCharsets(): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const charset = charsetOf(request.headers['content-type'] ?? '');
    next(charset === null || charset === 'utf-8' ? undefined : otherCharset());
  };
}

/** After JSON was read: what is no UTF-8 was read with replacement characters, which nobody wrote. */
export function refuseInvalidText(): RequestHandler {
  return (request: Request & { rawBody?: Buffer }, _response: Response, next: NextFunction) => {
    next(request.rawBody === undefined || isUtf8(request.rawBody) ? undefined : invalidText());
  };
}

function charsetOf(contentType: string): string | null {
  if (!/^\s*application\/json\b/i.test(contentType)) return null;
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  return (quoted ?? plain)?.toLowerCase() ?? null;
}

function otherCharset(): ProblemError {
  return new ProblemError(415, 'unsupported-media-type', 'JSON is written in UTF-8; another charset is not understood.');
}

function invalidText(): ProblemError {
  const message = 'The body is not valid UTF-8.';
  return new ProblemError(400, 'unreadable', message, { fields: [{ path: 'body', code: 'not-readable', message }] });
}
