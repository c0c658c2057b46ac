import { evidenceThere, type AskedAbout } from './evidence-there';

const idea: AskedAbout['idea'] = {
  need: 'No shade',
  proposal: ' ',
  beneficiaries: null,
  effectGoal: 'Cooler stops',
  schedule: null,
  costEstimate: null,
  testGroup: null,
  partners: null,
  team: [],
  lessons: [],
};

describe('the evidence that is there', () => {
  it('is what somebody has written, and what experiments say', () => {
    const there = evidenceThere('time', { idea, experiments: [] }).filter((it) => it.there);
    expect(there.map(({ kind }) => kind)).toEqual(['need', 'effect-goal']);
  });

  it('is only what a decision of its kind rests on', () => {
    const kinds = evidenceThere('time', { idea, experiments: [] }).map(({ kind }) => kind);
    expect(kinds).toEqual(['need', 'proposal', 'beneficiaries', 'effect-goal', 'team']);
    expect(evidenceThere('scale-up', { idea, experiments: [] }).map(({ kind }) => kind)).not.toContain('schedule');
  });
});
