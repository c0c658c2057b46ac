import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Settings } from '../config/index.js';
import type { Spans } from './spans.js';

let spans: Spans | null = null;

/**
 * Sends traces to `OTEL_EXPORTER_OTLP_ENDPOINT`; gives back how to send what is left and stop. Without that setting OpenTelemetry is not
 * even loaded.
 */
export async function startTracing({ traces }: Pick<Settings, 'traces'>, load = loadSpans): Promise<() => Promise<void>> {
  if (traces === null) return () => Promise.resolve();
  const { openSpans } = await load();
  const opened = openSpans(traces);
  spans = opened;
  return async () => {
    spans = null;
    await opened.close();
  };
}

function loadSpans(): Promise<Pick<typeof import('./spans.js'), 'openSpans'>> {
  return import('./spans.js');
}

/** Does something inside a span of the trace under way. Names are from the code: never a tenant, a person, or what somebody typed. */
export function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  return spans ? spans.inside(name, work) : work();
}

/** A span for every request; null when nobody wants traces. */
export function traceRequests(): RequestHandler | null {
  const opened = spans;
  if (!opened) return null;
  return (request: Request, response: Response, next: NextFunction) => opened.around(request, response, next);
}
