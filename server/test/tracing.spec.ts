import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from '../src/platform/tracing/index.js';
import { startTestApp, type TestApp } from './app.js';
import { eventually } from './eventually.js';
import { submitted } from './factories.js';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

describe('traces', () => {
  const bodies: string[] = [];
  let collector: Server;
  let endTracing: () => Promise<void>;
  let polku: TestApp;

  beforeAll(async () => {
    collector = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.url === '/v1/traces') bodies.push(body);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
    endTracing = await startTracing({ traces: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` });
    polku = await startTestApp();
  });

  afterAll(async () => {
    await polku.close();
    collector.close();
  });

  it('show a move from the request down to its statements, continue the trace of whoever asked, and name nobody', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const caller = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
    const moved = await hanna.post(
      `/ideas/${idea.number}/transitions`,
      { to: 'explore-idea', version: idea.version, reason: 'confidential-words' },
      { traceparent: `00-${caller.traceId}-${caller.spanId}-01` },
    );
    expect(moved.status).toBe(201);
    await polku.settle();
    // What waits is sent at the end.
    await endTracing();
    await eventually(() => bodies.length > 0);
    const spans = bodies.flatMap((body) =>
      (JSON.parse(body) as Sent).resourceSpans.flatMap((it) => it.scopeSpans.flatMap((scope) => scope.spans)),
    );
    const own = spans.filter(({ traceId }) => traceId === caller.traceId);
    const request = own.find(({ name }) => name === 'POST /api/v1/organisations/:organisation/ideas/:number/transitions');
    expect(request?.parentSpanId).toBe(caller.spanId);
    const move = own.find(({ name }) => name === 'move idea');
    expect(move?.parentSpanId).toBe(request?.spanId);
    const statements = own
      .filter(({ name, parentSpanId }) => name.startsWith('pg ') && parentSpanId === move?.spanId)
      .map(({ name }) => name);
    expect(statements).toEqual(expect.arrayContaining(['pg start', 'pg select', 'pg with', 'pg commit']));
    // What follows from the move is a trace of its own, down to its statements too.
    const job = spans.find(({ name }) => name === 'job notify');
    expect(spans.some(({ name, parentSpanId }) => name === 'pg commit' && parentSpanId === job?.spanId)).toBe(true);
    expect(spans.some(({ name }) => name === 'job deliver')).toBe(true);
    expect(bodies.join('')).not.toMatch(/confidential-words|hanna|@aleksandrow/i);
  });
});
