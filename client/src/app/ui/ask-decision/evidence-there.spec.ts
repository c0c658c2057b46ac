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
    const there = evidenceThere({ idea, experiments: [] }).filter((it) => it.there);
    expect(there.map(({ kind }) => kind)).toEqual(['need', 'effect-goal']);
  });
});
