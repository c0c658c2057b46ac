import { inSpan, startTracing, traceRequests } from './index.js';

describe('tracing', () => {
  it('loads OpenTelemetry only where somebody wants traces', async () => {
    let loaded = 0;
    const spans = {
      inside: <T>(_name: string, work: () => Promise<T>) => work(),
      around: () => undefined,
      close: () => Promise.resolve(),
    };
    const load = () => {
      loaded += 1;
      return Promise.resolve({ openSpans: () => spans });
    };
    const end = await startTracing({ traces: null }, load);
    expect(traceRequests()).toBeNull();
    expect(await inSpan('nothing', () => Promise.resolve(1))).toBe(1);
    await end();
    expect(loaded).toBe(0);
    const endWanted = await startTracing({ traces: 'http://localhost:4318' }, load);
    expect(traceRequests()).not.toBeNull();
    await endWanted();
    expect([loaded, traceRequests()]).toEqual([1, null]);
  });
});
