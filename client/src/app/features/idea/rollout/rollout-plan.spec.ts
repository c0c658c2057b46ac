import { entryOf, isHalfEffect, planOf } from './rollout-plan';

const entry = { unit: ' Roads ', value: '1 200,5', effectUnit: 'hours a year', by: '2027-12-31', followUpOn: '2027-06-01' };

describe('the plan of a rollout', () => {
  it('is sent with its effect as a number', () => {
    expect(planOf(entry, 'tomek', 3)).toEqual({
      version: 3,
      unit: 'Roads',
      owner: 'tomek',
      expectedEffect: { value: 1200.5, unit: 'hours a year', by: '2027-12-31' },
      followUpOn: '2027-06-01',
    });
  });

  it('is sent without an effect that is not whole, and says that it is not', () => {
    expect(planOf({ ...entry, by: '' }, null, undefined).expectedEffect).toBeNull();
    expect(isHalfEffect({ ...entry, by: '' })).toBe(true);
    expect(isHalfEffect(entry)).toBe(false);
    expect(isHalfEffect({ value: '', effectUnit: ' ', by: '' })).toBe(false);
  });

  it('starts empty', () => {
    expect(Object.values(entryOf(null)).every((it) => it === '')).toBe(true);
  });
});
