import { jest } from '@jest/globals';

describe('tracing', () => {
  it('loads OpenTelemetry only where somebody wants traces', async () => {
    const loaded: string[] = [];
    jest.unstable_mockModule('./spans.js', () => {
      loaded.push('spans');
      return { openSpans: () => ({ close: () => Promise.resolve() }) };
    });
    const { inSpan, startTracing, traceRequests } = await import('./index.js');
    const end = await startTracing({ traces: null });
    expect(traceRequests()).toBeNull();
    expect(await inSpan('nothing', () => Promise.resolve(1))).toBe(1);
    await end();
    expect(loaded).toEqual([]);
    await (
      await startTracing({ traces: 'http://localhost:4318' })
    )();
    expect(loaded).toEqual(['spans']);
  });
});
