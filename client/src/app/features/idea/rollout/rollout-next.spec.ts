import type { Refusal } from '#contracts';
import { aRollout } from '../testing/an-idea';
import { nextStepOf, type RolloutMove } from './rollout-next';

const role: Refusal = { code: 'role-in', params: { roles: ['hub'] }, link: null };
const lacking: Refusal = { code: 'rollout-complete', params: { fields: ['owner'] }, link: '/aleksandrow/ideas/12#rollout' };
const moveTo = (to: RolloutMove['to'], refusals: Refusal[] = []): RolloutMove => ({ to, asks: [], refusals });

describe('what comes next in a rollout', () => {
  it('is to begin, and may be to withdraw it', () => {
    const [begin, withdraw] = [moveTo('under-way'), moveTo('withdrawn')];
    expect(nextStepOf(aRollout({ state: 'planned', availableTransitions: [withdraw, begin] }), '2027-01-01')).toEqual({
      move: begin,
      obstacles: [],
      lacksPlan: false,
      filled: true,
      withdraw,
    });
  });

  it('is to complete the plan while it lacks something, for who may', () => {
    const rollout = aRollout({ state: 'planned', availableTransitions: [moveTo('under-way', [lacking])] });
    expect(nextStepOf(rollout, '2027-01-01')).toMatchObject({ lacksPlan: true, obstacles: [lacking] });
    expect(nextStepOf({ ...rollout, mayEdit: false }, '2027-01-01')?.lacksPlan).toBe(false);
  });

  it.each([
    ['2027-05-31', false],
    ['2027-06-01', true],
    ['2027-06-02', true],
  ])('is the follow-up, which is pressed for from its day on: %s', (today, filled) => {
    expect(nextStepOf(aRollout({ followUpOn: '2027-06-01' }), today)?.filled).toBe(filled);
  });

  it('is the way back of one that was withdrawn, without pressing', () => {
    const again = moveTo('planned');
    expect(nextStepOf(aRollout({ state: 'withdrawn', availableTransitions: [again] }), '2027-01-01')).toMatchObject({
      move: again,
      filled: false,
    });
  });

  it('is nothing for those whose it is not, and at the end', () => {
    expect(nextStepOf(aRollout({ availableTransitions: [moveTo('followed-up', [role]), moveTo('withdrawn', [role])] }), '2027-01-01')).toBe(
      undefined,
    );
    expect(nextStepOf(aRollout({ state: 'followed-up', availableTransitions: [] }), '2027-01-01')).toBe(undefined);
  });
});
