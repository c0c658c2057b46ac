import { aPlan, anExperiment, aMeasurement, aMove } from '../testing/an-experiment';
import { asksResult, firstMoveOf, movesOf } from '../end/endings';
import { nextStepOf, otherObstacles } from './next-step';

const notForMe = { code: 'role-in' as const, params: { roles: ['team', 'hub'] }, link: null };
const incomplete = { code: 'test-card-complete' as const, params: { fields: ['risks'] }, link: null };
const wrongStep = { code: 'idea-on-step' as const, params: { steps: ['pilot'] }, link: null };

describe('the next step of an experiment', () => {
  it('of a plan is its start', () => {
    expect(nextStepOf(aPlan())).toEqual({ kind: 'start', move: aMove('running') });
  });

  it('of one that runs is measuring, until something is there to be done with', () => {
    expect(nextStepOf(anExperiment())).toEqual({ kind: 'measure', done: aMove('measured') });
    const refused = aMove('measured', { refusals: [{ code: 'measured', params: {}, link: null }] });
    expect(nextStepOf(anExperiment({ measurements: [], availableTransitions: [refused] }))).toEqual({
      kind: 'measure',
      done: null,
    });
  });

  it('of one that was measured is its conclusion', () => {
    expect(nextStepOf(anExperiment({ state: 'measured', availableTransitions: [aMove('concluded')] })).kind).toBe('conclude');
  });

  it('after its end is one of three ways', () => {
    expect(nextStepOf(anExperiment({ overdue: true })).kind).toBe('end');
    expect(nextStepOf(anExperiment({ state: 'concluded', availableTransitions: [] })).kind).toBe('ended');
  });

  it('is for others where one may not', () => {
    const refused = [aMove('measured', { refusals: [notForMe] }), aMove('stopped', { refusals: [notForMe] })];
    expect(nextStepOf(anExperiment({ availableTransitions: refused, overdue: true })).kind).toBe('others');
  });

  it('what the card lacks is said field by field, the rest as the server says it', () => {
    expect(otherObstacles(aMove('running', { refusals: [incomplete, wrongStep] }))).toEqual([wrongStep]);
  });
});

describe('the ways in which an experiment ends', () => {
  it('scaling one that still runs first says that measuring is done', () => {
    expect(movesOf('scale', 'running')).toEqual(['measured', 'concluded']);
    expect(movesOf('scale', 'measured')).toEqual(['concluded']);
  });

  it('what was measured wholly is adapted by concluding it, else by stopping', () => {
    expect(movesOf('adapt', 'measured')).toEqual(['concluded']);
    expect(movesOf('adapt', 'running')).toEqual(['stopped']);
    expect(movesOf('stop', 'planned')).toEqual(['stopped']);
  });

  it('a result is asked for only where it is concluded', () => {
    expect(asksResult('scale', 'running')).toBe(true);
    expect(asksResult('adapt', 'running')).toBe(false);
    expect(asksResult('stop', 'measured')).toBe(false);
  });

  it('knows what stands against it', () => {
    const experiment = anExperiment({ measurements: [aMeasurement({ withdrawn: true })] });
    expect(firstMoveOf('stop', experiment)).toEqual(aMove('stopped', { asks: ['lesson'] }));
    expect(firstMoveOf('scale', { ...experiment, availableTransitions: [] })).toBeUndefined();
  });
});
