import { aRollout } from '../testing/an-idea';
import {
  differences,
  entryOf,
  isHalfEffect,
  mergePlans,
  planIn,
  planOf,
  replaced,
  withMilestone,
  withoutMilestone,
  type Plan,
} from './rollout-plan';

const entry = {
  unit: ' Roads ',
  value: '1 200,5',
  direction: 'at-most' as const,
  effectUnit: 'hours a year',
  by: '2027-12-31',
  followUpOn: '2027-06-01',
  reason: '',
};
const nothing = planIn(null);

describe('the plan of a rollout', () => {
  it('is sent with its effect as a number', () => {
    expect(planOf(entry, 'tomek', nothing)).toEqual({
      unit: 'Roads',
      owner: 'tomek',
      milestones: [],
      expectedEffect: { value: 1200.5, unit: 'hours a year', by: '2027-12-31', direction: 'at-most' },
      followUpOn: '2027-06-01',
    });
  });

  it('is sent without an effect that is not whole, and says that it is not', () => {
    expect(planOf({ ...entry, by: '' }, null, nothing).expectedEffect).toBeNull();
    expect(isHalfEffect({ ...entry, by: '' })).toBe(true);
    expect(isHalfEffect(entry)).toBe(false);
    expect(isHalfEffect({ value: '', effectUnit: ' ', by: '' })).toBe(false);
  });

  it('keeps the milestones that the form does not show', () => {
    const milestones = [{ title: 'Half of the city', on: '2027-05-01', doneOn: null, overdue: true }];
    const plan = planIn(aRollout({ milestones }));
    expect(planOf(entryOf(plan), 'tomek', plan).milestones).toEqual([{ title: 'Half of the city', on: '2027-05-01', doneOn: null }]);
  });

  it('comes out of its form as it went in', () => {
    const plan = planIn(aRollout());
    expect(differences(plan, planOf(entryOf(plan), plan.owner ?? null, plan))).toEqual([]);
  });
});

describe('two plans', () => {
  const began: Plan = { ...planIn(aRollout()), unit: 'Roads', followUpOn: '2027-06-01' };

  it('are brought together where they do not meet', () => {
    const { plan, conflicts } = mergePlans(began, { ...began, unit: 'Parks' }, { ...began, followUpOn: '2027-07-01' });
    expect(conflicts).toEqual([]);
    expect(plan).toMatchObject({ unit: 'Parks', followUpOn: '2027-07-01' });
  });

  it('meet where both wrote otherwise: mine stands, and the conflict is named', () => {
    const { plan, conflicts } = mergePlans(began, { ...began, unit: 'Parks' }, { ...began, unit: 'Schools', owner: 'tomek' });
    expect(conflicts).toEqual(['unit']);
    expect(plan).toMatchObject({ unit: 'Parks', owner: 'tomek' });
  });

  it('do not meet where both wrote the same', () => {
    expect(mergePlans(began, { ...began, unit: 'Parks' }, { ...began, unit: 'Parks' }).conflicts).toEqual([]);
  });

  it('compare effects as wholes, whatever the order of their parts', () => {
    const effect = { by: '2027-12-31', direction: 'at-least', unit: 'hours a year', value: 1200 } as const;
    expect(differences(began, { ...began, expectedEffect: effect })).toEqual([]);
    expect(differences(began, { ...began, expectedEffect: { ...effect, value: 1300 } })).toEqual(['expectedEffect']);
  });
});

describe('milestones', () => {
  const half = { title: 'Half of the city', on: '2027-05-01', doneOn: null };
  const all = { title: 'All of it', on: '2027-09-01', doneOn: null };

  it('stand in the order of their days', () => {
    expect(withMilestone([all], half)).toEqual([half, all]);
    const later = { ...half, on: '2027-10-01' };
    expect(replaced([half, all], half, later)).toEqual([all, later]);
  });

  it('are taken away one by one, and are there once', () => {
    expect(withoutMilestone([half, all], half)).toEqual([all]);
    expect(withMilestone([half, all], { ...half, doneOn: '2027-04-30' })).toEqual([{ ...half, doneOn: '2027-04-30' }, all]);
  });
});
