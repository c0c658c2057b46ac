import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Metrics } from './metrics.js';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Measures every request under the template of its route. What no route took is `other`: files, pages, and addresses that do not exist.
 * A live stream takes as long as somebody looks, so it is counted where it is open.
 */
export function meterRequests(metrics: Metrics): RequestHandler {
  const durations = metrics.durations(
    'polku_http_request_duration_seconds',
    'How long requests took, by route, method and status; its count is their number.',
    ['route', 'method', 'status'],
    BUCKETS,
  );
  return (request: Request, response: Response, next: NextFunction) => {
    const started = performance.now();
    response.once('finish', () => {
      if (isStream(response)) return;
      const labels = {
        route: routeOf(request),
        method: METHODS.has(request.method) ? request.method : 'other',
        status: String(response.statusCode),
      };
      durations.observe(labels, (performance.now() - started) / 1_000);
    });
    next();
  };
}

/** The template of the route that took a request: `/api/v1/organisations/:organisation/ideas/:number`. */
export function routeOf(request: Request): string {
  const route: unknown = request.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : null;
  // Nest takes what nobody else does with a route of its own, `{/*splat}`.
  return typeof path === 'string' && path.startsWith('/') ? path : 'other';
}

function isStream(response: Response): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}
