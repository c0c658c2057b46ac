import type { EvidenceKind } from '#contracts';
import type { EvidenceOfExperiment } from '../experiments/index.js';
import { compareEvidence, evidenceNow, type IdeaEvidence, type KeptCard, type KeptEvidence, missingEvidence } from './evidence.js';

const MET: EvidenceOfExperiment['verdict'] = {
  verdict: 'met',
  method: 'wilson',
  kind: 'proportion',
  unit: null,
  neededMore: null,
  unbounded: false,
  completeCount: false,
  amendedAfterData: false,
  groups: {
    test: { size: 200, estimate: 0.45, successes: 90, total: 200, count: null, exposure: null, deviation: null },
    comparison: null,
  },
  estimate: 0.45,
  lower: 0.38,
  upper: 0.52,
  confidence: 95,
  direction: 'at-least',
  threshold: 0.3,
};

const EXPERIMENT: EvidenceOfExperiment = {
  id: '019ab000-0000-7000-8000-00000000000e',
  number: 1,
  title: 'The map at two schools',
  state: 'concluded',
  endedAt: new Date('2026-04-10T10:00:00Z'),
  card: {
    hypothesis: 'Parents choose another way.',
    method: null,
    metric: null,
    kind: 'proportion',
    baseline: 0.05,
    direction: 'at-least',
    threshold: 0.3,
    confidence: 95,
    unit: null,
    completeCount: false,
    sampleSize: null,
    group: null,
    place: null,
    startsOn: null,
    endsOn: null,
    costCap: null,
    responsible: [],
    risks: null,
    personalData: null,
    legalBasis: null,
    dataProtectionContact: null,
    participantInformation: null,
  },
  original: null,
  amendments: 0,
  amendedAfterData: false,
  reasons: [],
  byOriginal: null,
  atFirst: MET,
  startedAt: new Date('2026-03-02T10:00:00Z'),
  result: 'Every second child.',
  corrections: null,
  successor: null,
  verdict: MET,
};

const IDEA: IdeaEvidence = {
  texts: {
    need: 'Children breathe exhaust.',
    proposal: null,
    beneficiaries: ' ',
    'effect-goal': 'A third change their way.',
    schedule: null,
    'cost-estimate': null,
    'test-group': null,
    partners: null,
  },
  team: ['b', 'a'],
  experiments: [],
  lesson: [],
  engagement: 0,
};

const wanted = (...kinds: EvidenceKind[]) => kinds.map((kind) => ({ kind, required: true }));

function changes(kinds: EvidenceKind[], then: IdeaEvidence, now: IdeaEvidence): string[] {
  // As the database gives it back.
  const kept = JSON.parse(JSON.stringify(evidenceNow(wanted(...kinds), then)));
  return compareEvidence(kept, evidenceNow(wanted(...kinds), now)).map(
    ({ asked, now: current, changed }) =>
      `${(asked ?? current)?.kind} ${(asked ?? current)?.experiment?.number ?? '-'}: ${changed ? 'changed' : 'same'}`,
  );
}

describe('evidence', () => {
  it('keeps what was asked for, in its order, and nothing for what is blank', () => {
    expect(evidenceNow(wanted('team', 'need', 'beneficiaries', 'engagement'), IDEA).map(({ kind, value }) => [kind, value])).toEqual([
      ['team', ['a', 'b']],
      ['need', 'Children breathe exhaust.'],
      ['beneficiaries', null],
      ['engagement', null],
    ]);
  });

  it('gives each experiment its own card and verdict', () => {
    const second = { ...EXPERIMENT, id: '019ab000-0000-7000-8000-00000000000f', number: 2 };
    const items = evidenceNow(wanted('test-card', 'verdict'), { ...IDEA, experiments: [EXPERIMENT, second] });
    expect(items.map(({ kind, experiment }) => `${kind} ${experiment?.number}`)).toEqual([
      'test-card 1',
      'test-card 2',
      'verdict 1',
      'verdict 2',
    ]);
    expect(items[0]).toMatchObject({ value: { state: 'concluded', card: EXPERIMENT.card, original: null, amendments: 0 } });
  });

  it('is missing where there is nothing, and where a verdict has no data', () => {
    const kinds = wanted('need', 'proposal', 'beneficiaries', 'team', 'test-card', 'verdict', 'lesson', 'engagement');
    expect(missingEvidence(evidenceNow(kinds, { ...IDEA, team: [] }))).toEqual([
      'proposal',
      'beneficiaries',
      'team',
      'test-card',
      'verdict',
      'lesson',
      'engagement',
    ]);
    const empty = { ...EXPERIMENT, verdict: { ...EXPERIMENT.verdict, verdict: 'no-data' as const } };
    expect(missingEvidence(evidenceNow(wanted('test-card', 'verdict'), { ...IDEA, experiments: [empty] }))).toEqual(['verdict']);
    expect(missingEvidence(evidenceNow(wanted('test-card', 'verdict'), { ...IDEA, experiments: [empty, EXPERIMENT] }))).toEqual([]);
    expect(missingEvidence(evidenceNow([{ kind: 'proposal', required: false }], IDEA))).toEqual([]);
  });

  it('is the same while nothing changes, whatever the order in a team', () => {
    const now = { ...IDEA, team: ['a', 'b'] };
    expect(changes(['need', 'proposal', 'team', 'test-card'], IDEA, now)).toEqual([
      'need -: same',
      'proposal -: same',
      'team -: same',
      'test-card -: same',
    ]);
    const tested = {
      ...IDEA,
      experiments: [EXPERIMENT],
      lesson: [{ experiment: 1, observed: 'a', learned: 'b', therefore: 'c', saved: null, at: '', member: 'a' }],
    };
    expect(changes(['test-card', 'verdict', 'lesson'], tested, tested)).toEqual(['test-card 1: same', 'verdict 1: same', 'lesson -: same']);
  });

  it('changes with a text, a team, a card, a verdict, a lesson or an engagement', () => {
    const tested = { ...IDEA, experiments: [EXPERIMENT] };
    expect(changes(['need'], IDEA, { ...IDEA, texts: { ...IDEA.texts, need: 'Everybody does.' } })).toEqual(['need -: changed']);
    expect(changes(['need'], IDEA, { ...IDEA, texts: { ...IDEA.texts, need: null } })).toEqual(['need -: changed']);
    expect(changes(['team'], IDEA, { ...IDEA, team: ['a'] })).toEqual(['team -: changed']);
    expect(changes(['engagement'], IDEA, { ...IDEA, engagement: 1 })).toEqual(['engagement -: changed']);
    const card = { ...EXPERIMENT, card: { ...EXPERIMENT.card, threshold: 0.2 } };
    expect(changes(['test-card', 'verdict'], tested, { ...tested, experiments: [card] })).toEqual([
      'test-card 1: changed',
      'verdict 1: same',
    ]);
    const more = { ...EXPERIMENT, verdict: { ...EXPERIMENT.verdict, upper: 0.51 } };
    expect(changes(['test-card', 'verdict'], tested, { ...tested, experiments: [more] })).toEqual([
      'test-card 1: same',
      'verdict 1: changed',
    ]);
  });

  it('has not changed where an older server did not keep a part of it', () => {
    const tested = { ...IDEA, experiments: [EXPERIMENT] };
    const [now] = evidenceNow(wanted('test-card'), tested);
    const { reasons, byOriginal, startedAt, endedAt, corrections, result, ...value } = now?.value as KeptCard;
    expect([reasons, byOriginal, corrections, startedAt, endedAt, result]).toEqual([
      [],
      null,
      null,
      '2026-03-02T10:00:00.000Z',
      '2026-04-10T10:00:00.000Z',
      'Every second child.',
    ]);
    const kept = [{ ...now, value } as KeptEvidence];
    expect(compareEvidence(kept, evidenceNow(wanted('test-card'), tested))).toMatchObject([{ changed: false }]);
    const stopped = { ...tested, experiments: [{ ...EXPERIMENT, state: 'stopped' as const }] };
    expect(compareEvidence(kept, evidenceNow(wanted('test-card'), stopped))).toMatchObject([{ changed: true }]);
  });

  it('shows an experiment that was planned since, in place of the line that said there was none', () => {
    const tested = { ...IDEA, experiments: [EXPERIMENT] };
    const items = compareEvidence(evidenceNow(wanted('test-card'), IDEA), evidenceNow(wanted('test-card'), tested));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ asked: null, changed: true, now: { experiment: { number: 1 } } });
  });
});
