import { SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * A span for every statement that belongs to a trace; gives back how to stop. The usual instrumentation replaces modules while they are
 * loaded, which does not reach what is imported as ES modules; the class itself is the same object for everybody.
 */
export function traceStatements(tracer: Tracer): () => void {
  const owner = pg.Client.prototype as unknown as { query: Query };
  const original = owner.query;
  owner.query = function traced(...args) {
    const parent = trace.getActiveSpan();
    if (!parent?.isRecording()) return original.apply(this, args);
    const text = textOf(args[0]);
    const span = tracer.startSpan(`pg ${/^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement'}`, {
      kind: SpanKind.CLIENT,
      // Values are parameters, so the text holds none.
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, 1_000) },
    });
    const end = (error: unknown) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      const called = callback as (error: unknown, result: unknown) => void;
      args[args.length - 1] = (error: unknown, result: unknown) => {
        end(error);
        called(error, result);
      };
    }
    const result = original.apply(this, args);
    if (result instanceof Promise) result.then(() => end(null), end);
    else if (typeof callback !== 'function') span.end();
    return result;
  };
  return () => {
    owner.query = original;
  };
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return typeof statement === 'object' && statement !== null && 'text' in statement ? String(statement.text) : '';
}
