import { context, propagation, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, envDetector, detectResources, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { NextFunction, Request, Response } from 'express';
import { routeOf } from '../metrics/index.js';
import { traceStatements } from './trace-statements.js';

/** What tracing does once it is loaded. */
export interface Spans {
  inside<T>(name: string, work: () => Promise<T>): Promise<T>;
  around(request: Request, response: Response, next: NextFunction): void;
  close(): Promise<void>;
}

/** Opens the way to a collector (OTLP over HTTP) at this address. */
export function openSpans(endpoint: string): Spans {
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'polku' }))
      // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, where the operator says otherwise.
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const tracer = provider.getTracer('polku');
  const restore = traceStatements(tracer);
  return {
    inside: (name, work) => tracer.startActiveSpan(name, (span) => finished(span, work())),
    around: (request, response, next) => around(tracer, request, response, next),
    close: async () => {
      restore();
      context.disable();
      propagation.disable();
      await provider.shutdown();
    },
  };
}

function around(tracer: Tracer, request: Request, response: Response, next: NextFunction): void {
  const parent = propagation.extract(context.active(), request.headers);
  const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method } }, parent);
  response.once('close', () => {
    const route = routeOf(request);
    span.updateName(`${request.method} ${route}`);
    span.setAttributes({ 'http.route': route, 'http.response.status_code': response.statusCode });
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(parent, span), next);
}

async function finished<T>(span: Span, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // Its message may hold what somebody typed.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
    throw error;
  } finally {
    span.end();
  }
}
