import { METRIC_KINDS, type SampleSize } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { rateInterval, rateRatioInterval, shareDifferenceInterval, wilsonInterval } from './statistics/index.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const needed = async (query: string): Promise<SampleSize> => {
  const response = await (await polku.as('maja')).get(`/sample-sizes?${query}`);
  if (response.status !== 200) throw new Error(`The sample was not planned: ${response.status} ${response.text}`);
  return response.body as SampleSize;
};

const width = ({ lower, upper }: { lower: number; upper: number | null }): number => (upper ?? Infinity) - lower;

describe('planning a sample', () => {
  it('of a share gives the fewest whose interval is as narrow as was wished', async () => {
    const { needed: total, ...rest } = await needed('kind=proportion&width=0.1');
    expect(rest).toEqual({ of: 'observations', perGroup: false });
    expect(total).toBe(381);
    expect(width(wilsonInterval(190, 381, 95))).toBeLessThanOrEqual(0.1);
    expect((await needed('kind=proportion&width=0.1&expected=0.1')).needed).toBeLessThan(381);
    expect((await needed('kind=proportion&width=0.1&confidence=80')).needed).toBeLessThan(381);
  });

  it('of two shares is as many in each group', async () => {
    const { needed: total, perGroup } = await needed('kind=proportion-difference&width=0.2&expected=0.5&comparison=0.5');
    expect(perGroup).toBe(true);
    const group = { successes: Math.round((total ?? 0) / 2), total: total ?? 0 };
    expect(width(shareDifferenceInterval(group, group, 95))).toBeLessThan(0.201);
  });

  it('of means follows from the spread that is expected', async () => {
    const [mean, paired, both] = [
      await needed('kind=mean&width=2&deviation=5'),
      await needed('kind=paired&width=2&deviation=5'),
      await needed('kind=mean-difference&width=2&deviation=5'),
    ];
    expect(paired).toEqual(mean);
    expect(mean.needed).toBe(99);
    expect(both.perGroup).toBe(true);
    expect(both.needed).toBeGreaterThan(99);
  });

  it('of rates is exposure', async () => {
    const { needed: exposure, of } = await needed('kind=rate&width=1&expected=2');
    expect(of).toBe('exposure');
    expect(width(rateInterval({ events: Math.round(2 * (exposure ?? 0)), exposure: exposure ?? 0 }, 95))).toBeCloseTo(1, 1);
    const ratio = await needed('kind=rate-ratio&width=3&expected=2&comparison=1');
    expect([ratio.of, ratio.perGroup]).toEqual(['exposure', true]);
    const each = ratio.needed ?? 0;
    const { lower, upper } = rateRatioInterval(
      { events: Math.round(2 * each), exposure: each },
      { events: Math.round(each), exposure: each },
      95,
    );
    expect((upper ?? 0) / lower).toBeCloseTo(3, 0);
  });

  it('says when it would take too many', async () => {
    expect((await needed('kind=mean&width=0.000001&deviation=1000000')).needed).toBeNull();
  });

  it.each([
    ['width=0.1', 'kind unknown-value'],
    ['kind=checklist&width=1', 'kind unknown-value'],
    ['kind=proportion', 'width required'],
    ['kind=proportion&width=', 'width required'],
    ['kind=proportion&width=wide', 'width not-a-number'],
    ['kind=proportion&width=0', 'width too-small'],
    ['kind=proportion&width=0.1&confidence=94', 'confidence unknown-value'],
    ['kind=proportion&width=0.1&expected=1.5', 'expected too-large'],
    ['kind=proportion-difference&width=0.1&comparison=1.5', 'comparison too-large'],
    ['kind=mean&width=1', 'deviation required'],
    ['kind=rate&width=1', 'expected required'],
    ['kind=rate-ratio&width=2&expected=1', 'comparison required'],
    ['kind=rate-ratio&width=2&expected=0&comparison=1', 'expected too-small'],
    ['kind=rate-ratio&width=2&expected=1&comparison=0', 'comparison too-small'],
    ['kind=rate-ratio&width=1&expected=1&comparison=1', 'width too-small'],
    ['kind=proportion&width=0,1', 'width not-a-number'],
  ])('refuses %s', async (query, fault) => {
    const response = await (await polku.as('maja')).get(`/sample-sizes?${query}`);
    expect([response.status, `${response.body.fields[0].path} ${response.body.fields[0].code}`]).toEqual([422, fault]);
  });

  it('says in words of its own what is no number', async () => {
    const { body } = await (await polku.as('maja')).get('/sample-sizes?kind=proportion&width=0,1');
    expect(body.fields[0].message).toBe('Must be a number.');
  });

  it('never fails, whatever is wished for', async () => {
    const maja = await polku.as('maja');
    for (const kind of METRIC_KINDS.filter((it) => it !== 'checklist')) {
      for (const wished of ['0.000000001', '1.000000001', '1000000000000']) {
        for (const expected of ['0', '0.000000001', '1', '1000000000000']) {
          const query = `kind=${kind}&width=${wished}&expected=${expected}&comparison=${expected}&deviation=${wished}`;
          expect([query, [200, 422].includes((await maja.get(`/sample-sizes?${query}`)).status)]).toEqual([query, true]);
        }
      }
    }
  });
});
