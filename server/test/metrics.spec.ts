import { listen, type Listening } from '../src/listen.js';
import { Metrics, metricsServer } from '../src/platform/metrics/index.js';
import { startTestApp, type TestApp } from './app.js';
import { submitted } from './factories.js';

/** The lines of a metric that have these labels, as what stands behind them. */
function valuesOf(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .filter((line) => Object.entries(labels).every(([label, value]) => line.includes(`${label}="${value}"`)))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
}

describe('/metrics', () => {
  let polku: TestApp;
  let server: Listening;
  let url: string;
  const read = async () => (await fetch(`${url}/metrics`)).text();

  beforeAll(async () => {
    polku = await startTestApp({ env: { POLKU_METRICS_PORT: '0' } });
    server = await listen(metricsServer(polku.app.get(Metrics)), { host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${server.port}`;
  });

  afterAll(async () => {
    await server.close();
    await polku.close();
  });

  it('counts requests by the template of their route, moves, refusals by guard, and mails', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const path = `/ideas/${idea.number}/transitions`;
    expect((await maja.post(path, { to: 'explore-idea', version: idea.version, reason: 'Mine.' })).status).toBe(409);
    expect((await hanna.post(path, { to: 'explore-idea', version: idea.version, reason: 'Worth a look.' })).status).toBe(201);
    await polku.settle();
    const text = await read();
    const route = '/api/v1/organisations/:organisation/ideas/:number/transitions';
    const requests = (status: string) => valuesOf(text, 'polku_http_request_duration_seconds_count', { route, method: 'POST', status });
    expect(requests('201')).toEqual([1]);
    expect(requests('409')).toEqual([1]);
    expect(valuesOf(text, 'polku_moves_total', { direction: 'forward' })).toEqual([1]);
    expect(valuesOf(text, 'polku_refusals_total', { guard: 'role-in' })).toEqual([1]);
    expect(valuesOf(text, 'polku_mails_total', { result: 'sent' })[0]).toBeGreaterThan(0);
    expect(valuesOf(text, 'polku_mails_waiting')).toEqual([0]);
    expect(valuesOf(text, 'polku_outbox_pending')).toEqual([0]);
    expect(valuesOf(text, 'polku_outbox_lag_seconds')).toEqual([0]);
    expect(valuesOf(text, 'polku_queue_jobs', { queue: 'notify' })).toEqual([0]);
    expect(valuesOf(text, 'polku_live_streams_open')).toEqual([0]);
    expect(valuesOf(text, 'nodejs_eventloop_lag_p99_seconds')).toHaveLength(1);
  });

  it('names no tenant, no person and nothing that somebody typed', async () => {
    const hanna = await polku.as('hanna');
    await hanna.get('/ideas?search=confidential-words');
    await fetch(`${polku.url}/wp-admin/confidential-words.php`);
    const text = await read();
    expect(text).not.toMatch(/aleksandrow|hanna|confidential-words/i);
    expect(valuesOf(text, 'polku_http_request_duration_seconds_count', { route: 'other' })[0]).toBeGreaterThan(0);
  });

  it('is answered on its own port only, and there is nothing else', async () => {
    expect(await (await fetch(`${polku.url}/metrics`)).text()).not.toContain('polku_');
    expect((await fetch(`${url}/health/live`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('leaves out what cannot be read, and answers the rest', async () => {
    const metrics = polku.app.get(Metrics);
    metrics.gauge('polku_broken', 'Cannot be read.', () => Promise.reject(new Error('No.')));
    const text = await read();
    expect(valuesOf(text, 'polku_broken')).toEqual([]);
    expect(valuesOf(text, 'polku_live_streams_open')).toEqual([0]);
  });
});
