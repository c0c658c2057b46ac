import { isAtLeast, whyNot } from './node-version.mjs';

describe('the Node that runs Polku', () => {
  it.each([
    ['24.15.0', true],
    ['24.14.9', false],
    ['25.0.0', true],
    ['20.19.5', false],
  ])('%s: %s', (version, isFine) => {
    expect(isAtLeast(version, [24, 15])).toBe(isFine);
  });

  it('says what to do where it is too old', () => {
    expect(whyNot('20.19.5')).toMatch(/^Polku runs on Node 24\.15 or newer, this is 20\.19\.5: start it with npm start/);
    expect(whyNot('24.15.0')).toBeNull();
  });
});
