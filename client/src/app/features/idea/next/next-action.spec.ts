import { aDecision } from '../../../ui/decision/testing/a-decision';
import { anIdea, aTransition } from '../testing/an-idea';
import { nextActionOf, otherTransitions } from './next-action';

const role = { code: 'role-in' as const, params: { roles: ['hub'] }, link: null };
const schedule = { code: 'field-filled' as const, params: { field: 'schedule' }, link: '/aleksandrow/ideas/12#fields' };
const decision = { code: 'decision-made' as const, params: { kind: 'time', state: 'none' }, link: '/aleksandrow/ideas/12#decisions' };

describe('the next action', () => {
  it('is to move on where nothing refuses', () => {
    const transition = aTransition();
    expect(nextActionOf(anIdea({ availableTransitions: [transition] }), [])).toEqual({ kind: 'move', transition });
  });

  it('is to ask for the decision where only that is missing', () => {
    const transition = aTransition({ decision: 'time', refusals: [decision] });
    expect(nextActionOf(anIdea({ availableTransitions: [transition] }), []).kind).toBe('ask');
  });

  it('is to decide for the decider, and to wait for everybody else', () => {
    const idea = anIdea({ availableTransitions: [aTransition({ decision: 'time', refusals: [decision] })] });
    expect(nextActionOf(idea, [aDecision()]).kind).toBe('decide');
    expect(nextActionOf(idea, [aDecision({ refusals: [role] })]).kind).toBe('wait');
  });

  it('is to score for who is on the panel, until the deadline', () => {
    const idea = anIdea({ availableTransitions: [aTransition({ decision: 'time', refusals: [decision] })] });
    expect(nextActionOf(idea, [aDecision({ panelState: 'asked', refusals: [role] })]).kind).toBe('score');
    expect(nextActionOf(idea, [aDecision({ panelState: 'scored', refusals: [role] })]).kind).toBe('wait');
    expect(nextActionOf(idea, [aDecision({ panelState: 'asked', overdue: true })]).kind).toBe('decide');
  });

  it('does not wait for a decision that has been made, or is of another kind', () => {
    const idea = anIdea({ availableTransitions: [aTransition({ decision: 'time', refusals: [decision] })] });
    expect(nextActionOf(idea, [aDecision({ state: 'decided', outcome: 'adapt' })]).kind).toBe('ask');
    expect(nextActionOf(idea, [aDecision({ kind: 'money' })]).kind).toBe('ask');
  });

  it('is the first thing to be done, for who may do it', () => {
    const availableTransitions = [aTransition({ decision: 'money', refusals: [role, schedule, decision] })];
    expect(nextActionOf(anIdea({ availableTransitions }), [])).toEqual({ kind: 'fix', refusal: schedule });
    expect(nextActionOf(anIdea({ availableTransitions, mayEdit: false }), [])).toEqual({ kind: 'others', refusal: role });
  });

  it('is nothing at the end of the path', () => {
    expect(nextActionOf(anIdea({ next: null }), [])).toEqual({ kind: 'none' });
  });

  it('is the way back for an idea beside its path', () => {
    const back = aTransition({ to: 'explore-idea', name: 'Take up again', direction: 'back' });
    const merge = aTransition({ to: 'merged', name: 'Merge', direction: 'aside', asks: ['into'] });
    const parked = anIdea({ step: 'parked', next: null, availableTransitions: [back, merge] });
    expect(nextActionOf(parked, [])).toEqual({ kind: 'move', transition: back });
    expect(otherTransitions(parked)).toEqual([merge]);
  });

  it('stands apart from the other moves', () => {
    const parking = aTransition({ to: 'parked', name: 'Park', direction: 'aside', asks: ['reason', 'returnOn'] });
    expect(otherTransitions(anIdea({ availableTransitions: [aTransition(), parking] }))).toEqual([parking]);
  });
});
