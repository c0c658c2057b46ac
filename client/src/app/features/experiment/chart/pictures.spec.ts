import type { SeriesPoint } from '#contracts';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { anExperiment } from '../testing/an-experiment';
import { dayNumber, dayOfNumber, picturesOf } from './pictures';

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

  it('days become numbers and days again', () => expect(dayOfNumber(dayNumber('2026-03-29'))).toBe('2026-03-29'));
});
