import { LIMITS } from '#contracts';
import type { Measured } from './measured.js';
import { seriesOf } from './series.js';
import { shareDifferenceInterval, wilsonInterval } from './statistics/index.js';

const EMPTY = { successes: null, total: null, value: null, before: null, count: null, exposure: null, note: null };
const on = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
const share = (day: number, successes: number, total: number, group: Measured['group'] = 'test'): Measured => ({
  ...EMPTY,
  group,
  on: on(day),
  successes,
  total,
});
const card = { kind: 'proportion', confidence: 95, completeCount: false } as const;

describe('the series of an experiment', () => {
  it('adds up day by day, each group by itself', () => {
    const points = seriesOf(card, [share(3, 5, 10), share(1, 2, 10), share(1, 1, 5), share(2, 9, 10, 'comparison')]);
    expect(points.map((it) => [it.on, it.line, it.estimate])).toEqual([
      [on(1), 'test', 3 / 15],
      [on(2), 'test', 3 / 15],
      [on(2), 'comparison', 0.9],
      [on(3), 'test', 8 / 25],
      [on(3), 'comparison', 0.9],
    ]);
    expect(points[3]).toMatchObject(wilsonInterval(8, 25, 95));
  });

  it('has a contrast once both groups are there', () => {
    const points = seriesOf({ ...card, kind: 'proportion-difference' }, [share(1, 2, 10), share(2, 1, 10, 'comparison')]);
    expect(points.map((it) => [it.on, it.line])).toEqual([
      [on(1), 'test'],
      [on(2), 'test'],
      [on(2), 'comparison'],
      [on(2), 'contrast'],
    ]);
    expect(points[3]).toMatchObject(shareDifferenceInterval({ successes: 2, total: 10 }, { successes: 1, total: 10 }, 95));
  });

  it('has no intervals for complete counts and checklists, and none where there are none', () => {
    expect(seriesOf({ ...card, completeCount: true }, [share(1, 2, 10)])).toEqual([
      { on: on(1), line: 'test', estimate: 0.2, lower: null, upper: null },
    ]);
    expect(seriesOf({ ...card, kind: 'checklist' }, [share(1, 2, 3), share(2, 1, 1)])).toEqual([
      { on: on(1), line: 'test', estimate: 2, lower: null, upper: null },
      { on: on(2), line: 'test', estimate: 3, lower: null, upper: null },
    ]);
    const single = seriesOf({ ...card, kind: 'mean' }, [{ ...EMPTY, group: 'test', on: on(1), value: 7 }]);
    expect(single).toEqual([{ on: on(1), line: 'test', estimate: 7, lower: null, upper: null }]);
  });

  it('leaves out a contrast that cannot be estimated', () => {
    const rate = (day: number, count: number, group: Measured['group']): Measured => ({
      ...EMPTY,
      group,
      on: on(day),
      count,
      exposure: 10,
    });
    const points = seriesOf({ ...card, kind: 'rate-ratio' }, [rate(1, 2, 'test'), rate(1, 0, 'comparison'), rate(2, 4, 'comparison')]);
    expect(points.filter(({ line }) => line === 'contrast').map((it) => [it.on, it.estimate])).toEqual([[on(2), 1]]);
  });

  it('of very many days keeps some, always the last', () => {
    const points = seriesOf(
      card,
      Array.from({ length: 500 }, (_, index) => share(index + 1, 1, 2)),
    );
    expect(points.length).toBeLessThanOrEqual(120);
    expect(points.at(-1)).toMatchObject({ on: on(500), ...wilsonInterval(500, 1_000, 95) });
  });

  it('of a ratio of very many events keeps few, so that nobody waits for it', () => {
    const rate = (day: number, group: Measured['group']): Measured => ({
      ...EMPTY,
      group,
      on: on(day),
      count: LIMITS.events,
      exposure: 10,
    });
    const measured = Array.from({ length: 200 }, (_, index) => [rate(index + 1, 'test'), rate(index + 1, 'comparison')]).flat();
    const contrast = seriesOf({ ...card, kind: 'rate-ratio' }, measured).filter(({ line }) => line === 'contrast');
    expect([contrast.length, contrast.at(-1)?.on]).toEqual([12, on(200)]);
  });
});
