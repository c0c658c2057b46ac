import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from './problems.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The origin rule of writes: `Origin` equals the public address or, when that is unset, the request's own host;
 * without `Origin` only when `Sec-Fetch-Site` is missing too, that is: no browser.
 */
export function refuseForeignOrigin(publicUrl: URL | null): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    next(SAFE.has(request.method) || ownOrigin(request, publicUrl) ? undefined : foreign());
  };
}

function ownOrigin(request: Request, publicUrl: URL | null): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined;
  if (publicUrl) return origin === publicUrl.origin;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === request.headers.host;
}

function foreign(): ProblemError {
  return new ProblemError(403, 'foreign-origin', 'This request came from another site and was not carried out.');
}
