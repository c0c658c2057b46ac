import { aRollout } from '../testing/an-idea';
import { entryOf, isHalfEffect, planOf } from './rollout-plan';

const entry = { unit: ' Roads ', value: '1 200,5', effectUnit: 'hours a year', by: '2027-12-31', followUpOn: '2027-06-01' };

describe('the plan of a rollout', () => {
  it('is sent with its effect as a number', () => {
    expect(planOf(entry, 'tomek', null)).toEqual({
      version: undefined,
      unit: 'Roads',
      owner: 'tomek',
      milestones: [],
      expectedEffect: { value: 1200.5, unit: 'hours a year', by: '2027-12-31', direction: 'at-least' },
      followUpOn: '2027-06-01',
    });
  });

  it('is sent without an effect that is not whole, and says that it is not', () => {
    expect(planOf({ ...entry, by: '' }, null, null).expectedEffect).toBeNull();
    expect(isHalfEffect({ ...entry, by: '' })).toBe(true);
    expect(isHalfEffect(entry)).toBe(false);
    expect(isHalfEffect({ value: '', effectUnit: ' ', by: '' })).toBe(false);
  });

  it('keeps the milestones and the direction that the form does not show', () => {
    const rollout = aRollout({
      milestones: [{ title: 'Half of the city', on: '2027-05-01', doneOn: null, overdue: true }],
      expectedEffect: { value: 40, unit: 'hours a year', by: '2027-12-31', direction: 'at-most' },
    });
    expect(planOf(entryOf(rollout), 'tomek', rollout)).toMatchObject({
      version: rollout.version,
      milestones: [{ title: 'Half of the city', on: '2027-05-01', doneOn: null }],
      expectedEffect: { value: 40, unit: 'hours a year', by: '2027-12-31', direction: 'at-most' },
    });
  });

  it('starts empty', () => {
    expect(Object.values(entryOf(null)).every((it) => it === '')).toBe(true);
  });
});
