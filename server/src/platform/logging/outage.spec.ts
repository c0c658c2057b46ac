import { Outage } from './outage.js';

const away = (code: string) => Object.assign(new Error(`refused with ${code}`), { code });

describe('an outage', () => {
  let errors: unknown[];
  let warnings: unknown[];
  let outage: Outage;

  beforeEach(() => {
    errors = [];
    warnings = [];
    const logger = { error: (text: unknown) => errors.push(text), warn: (text: unknown) => warnings.push(text) };
    outage = new Outage(logger, 'The relay could not hand on events');
  });

  it('is said once when it begins and once when it ends, however the database refuses', () => {
    outage.worked();
    for (const code of ['57P03', 'ECONNREFUSED', '57P03', '57P01']) outage.failed(away(code));
    outage.worked();
    outage.worked();
    expect(errors).toEqual(['The relay could not hand on events: refused with 57P03']);
    expect(warnings).toEqual(['The relay could not hand on events: that is over after 4 attempts.']);
    outage.failed(away('57P03'));
    expect(errors).toHaveLength(2);
  });

  it('says another fault than that the database is away, once', () => {
    outage.failed(away('57P03'));
    for (const text of ['a bug', 'a bug', 'another bug']) outage.failed(new Error(text));
    expect(errors.slice(1)).toEqual(['The relay could not hand on events: a bug', 'The relay could not hand on events: another bug']);
  });

  it('tries less often while it lasts', () => {
    const waits: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      waits.push(outage.wait(200));
      outage.failed(away('57P03'));
    }
    expect(waits).toEqual([200, 400, 800, 1_600, 2_000, 2_000]);
    outage.worked();
    expect(outage.wait(200)).toBe(200);
  });
});
