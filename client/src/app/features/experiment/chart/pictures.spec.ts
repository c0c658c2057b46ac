import type { SeriesPoint } from '#contracts';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { anExperiment } from '../testing/an-experiment';
import { dayNumber, dayOfNumber, heightOf, namedDays, picturesOf, type Picture } from './pictures';

const point = (on: string, line: SeriesPoint['line'], estimate: number): SeriesPoint => ({ on, line, estimate, lower: null, upper: null });

describe('the pictures of an experiment', () => {
  it('of one group show it with threshold and baseline over the whole period', () => {
    const [picture, ...others] = picturesOf(anExperiment());
    expect(others).toEqual([]);
    expect(picture).toMatchObject({ key: 'verdict', threshold: 0.7, baseline: 0.52, from: '2026-03-02', to: '2026-04-13' });
    expect(picture?.lines.map((it) => it.name)).toEqual(['test']);
  });

  it('of two groups that are compared show the difference by itself, as it has another scale', () => {
    const pictures = picturesOf(
      anExperiment({
        card: aTestCard({ kind: 'proportion-difference', threshold: 0.1, baseline: null }),
        series: [point('2026-03-03', 'test', 0.8), point('2026-03-03', 'comparison', 0.6), point('2026-03-03', 'contrast', 0.2)],
      }),
    );
    expect(pictures.map(({ key, meant, lines, threshold }) => [key, meant.kind, lines.map((it) => it.name), threshold])).toEqual([
      ['verdict', 'proportion-difference', ['contrast'], 0.1],
      ['groups', 'proportion', ['test', 'comparison'], null],
    ]);
  });

  it('before the second group is measured there is only the first', () => {
    const card = aTestCard({ kind: 'mean-difference', unit: 'min' });
    expect(picturesOf(anExperiment({ card, series: [point('2026-03-03', 'test', 4)] })).map((it) => it.key)).toEqual(['groups']);
  });

  it('reach beyond the period where something was measured there, and are none without measurements', () => {
    expect(picturesOf(anExperiment({ series: [point('2026-05-01', 'test', 0.8)] }))[0]?.to).toBe('2026-05-01');
    expect(picturesOf(anExperiment({ series: [] }))).toEqual([]);
  });

  describe('are as high as what they show', () => {
    const picture = (more: Partial<Picture>, ...points: readonly [number, number | null, number | null][]): Picture => ({
      key: 'verdict',
      meant: { kind: 'proportion', unit: null },
      lines: [{ name: 'test', points: points.map(([estimate, lower, upper]) => ({ on: '', line: 'test', estimate, lower, upper })) }],
      threshold: null,
      baseline: null,
      from: '2026-03-02',
      to: '2026-03-02',
      ...more,
    });

    it('with the interval, the threshold, what was before, and a margin', () => {
      const { from, to } = heightOf(picture({ threshold: 0.5, baseline: 0.4 }, [0.42, 0.41, 0.44]));
      expect([from, to]).toEqual([expect.closeTo(0.39), expect.closeTo(0.51)]);
    });

    it('shares do not reach below 0 or above 1', () => {
      expect(heightOf(picture({}, [0.5, 0.01, 0.99]))).toEqual({ from: 0, to: 1 });
    });

    it('what cannot be negative does not reach below 0, and has room above', () => {
      const rate = picture({ meant: { kind: 'rate', unit: 'day' }, threshold: 3 }, [0.4, 0.1, null]);
      expect(heightOf(rate)).toEqual({ from: 0, to: expect.closeTo(3.29) });
    });

    it('differences may be negative', () => {
      const { from, to } = heightOf(picture({ meant: { kind: 'mean-difference', unit: null }, threshold: 0 }, [-4, -6, -2]));
      expect([from, to]).toEqual([expect.closeTo(-6.6), expect.closeTo(0.6)]);
    });

    it('a single value stands in the middle of some height', () => {
      const { from, to } = heightOf(picture({ meant: { kind: 'mean', unit: null } }, [0, null, null]));
      expect(from).toBe(0);
      expect(to).toBeGreaterThan(0);
    });
  });

  it('name the first day and a few more', () => {
    expect(namedDays({ from: '2026-03-02', to: '2026-03-02' }).map(dayOfNumber)).toEqual(['2026-03-02']);
    const days = namedDays({ from: '2026-03-02', to: '2026-04-13' }).map(dayOfNumber);
    expect(days).toHaveLength(5);
    expect(days.slice(0, 2)).toEqual(['2026-03-02', '2026-03-11']);
  });

  it('days become numbers and days again', () => expect(dayOfNumber(dayNumber('2026-03-29'))).toBe('2026-03-29'));
});
