import { METRIC_KINDS, type MetricKind, REQUIRED_CARD_FIELDS, testCardInput } from '#contracts';
import { BLANK_CARD, changedCardFields, missingCardFields, storedCard, type TestCard, testCardFrom } from './test-card.js';

const MAJA = '019ab000-0000-7000-8000-000000000001';

/** A card with everything on it, personal data included. */
const COMPLETE: TestCard = {
  hypothesis: 'A bench in the shade makes people wait longer for the bus',
  method: 'Count at two stops',
  metric: 'How long people wait',
  unit: 'minutes',
  kind: 'mean',
  baseline: 0,
  direction: 'at-least',
  threshold: 6,
  confidence: 95,
  completeCount: false,
  sampleSize: 40,
  group: 'Passengers of line 3',
  place: 'Two stops',
  startsOn: '2026-05-04',
  endsOn: '2026-05-29',
  costCap: { amount: 400, currency: 'EUR' },
  responsible: [MAJA],
  risks: 'The bench may be stolen.',
  personalData: true,
  legalBasis: 'A task in the public interest',
  dataProtectionContact: 'dpo@aleksandrow.example',
  participantInformation: 'A sign at both stops says what is counted.',
};

describe('a test card', () => {
  it('is complete with everything on it, a baseline of zero included', () => {
    expect(missingCardFields(COMPLETE)).toEqual([]);
    expect(missingCardFields({ ...COMPLETE, costCap: { amount: 0, currency: 'EUR' } })).toEqual([]);
  });

  it.each(REQUIRED_CARD_FIELDS.filter((field) => !['sampleSize', 'responsible', 'personalData'].includes(field)))(
    'is not complete without its %s',
    (field) => {
      expect(missingCardFields({ ...COMPLETE, [field]: null })).toEqual([field]);
    },
  );

  it('needs somebody who answers for it', () => {
    expect(missingCardFields({ ...COMPLETE, responsible: [] })).toEqual(['responsible']);
  });

  it('needs an answer whether personal data are used, and the basis and the contact only when they are', () => {
    const without = { ...COMPLETE, legalBasis: null, dataProtectionContact: null };
    expect(missingCardFields({ ...without, personalData: null })).toEqual(['personalData']);
    expect(missingCardFields({ ...without, personalData: false })).toEqual([]);
    expect(missingCardFields(without)).toEqual(['legalBasis', 'dataProtectionContact']);
  });

  it('needs a unit, a baseline and a number of items only where its kind has them', () => {
    const bare = { ...COMPLETE, unit: null, baseline: null, sampleSize: null };
    const lacking = METRIC_KINDS.map((kind) => [kind, missingCardFields({ ...bare, kind })]);
    expect(Object.fromEntries(lacking)).toEqual({
      proportion: ['baseline'],
      'proportion-difference': [],
      mean: ['unit', 'baseline'],
      'mean-difference': ['unit'],
      rate: ['unit', 'baseline'],
      'rate-ratio': ['unit'],
      paired: ['unit'],
      checklist: ['sampleSize'],
    });
  });

  it('takes a blank text for a missing one, and says what lacks in the order of the card', () => {
    expect(missingCardFields({ ...COMPLETE, hypothesis: ' ', place: '', participantInformation: ' ' })).toEqual([
      'hypothesis',
      'place',
      'participantInformation',
    ]);
    expect(missingCardFields(BLANK_CARD)).toEqual(
      REQUIRED_CARD_FIELDS.filter((field) => !['unit', 'sampleSize', 'legalBasis', 'dataProtectionContact'].includes(field)),
    );
  });

  it('names nobody twice who answers for it', () => {
    expect(testCardFrom(testCardInput.parse({ responsible: [MAJA, MAJA] })).responsible).toEqual([MAJA]);
  });

  it('differs from another by what was changed, whatever order an amount has its keys in', () => {
    expect(changedCardFields(COMPLETE, { ...COMPLETE, costCap: { currency: 'EUR', amount: 400 } })).toEqual([]);
    expect(changedCardFields(COMPLETE, { ...COMPLETE, costCap: { currency: 'PLN', amount: 400 }, endsOn: null, responsible: [] })).toEqual([
      'endsOn',
      'costCap',
      'responsible',
    ]);
    expect(changedCardFields(BLANK_CARD, { ...BLANK_CARD, costCap: { amount: 1, currency: 'EUR' } })).toEqual(['costCap']);
  });

  it('that an older server wrote is read with the newer fields empty', () => {
    expect(storedCard({ hypothesis: 'Shade helps.', threshold: 0.3 })).toEqual({
      ...BLANK_CARD,
      hypothesis: 'Shade helps.',
      threshold: 0.3,
    });
  });
});

/** What is wrong with these numbers on a card of a kind. */
function faults(kind: MetricKind, card: object): string[] {
  const result = testCardInput.safeParse({ kind, ...card });
  return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

describe('the numbers of a test card', () => {
  it.each([
    ['proportion', [0, 1], [-0.1, 1.1]],
    ['proportion-difference', [-1, 1], [-1.1, 1.1]],
    ['mean', [-1e12, 1e12], []],
    ['mean-difference', [-1e12, 1e12], []],
    ['rate', [0, 1e12], [-0.1]],
    ['rate-ratio', [0.001, 1e12], [0, -1]],
    ['paired', [-1e12, 1e12], []],
  ] as const)('of a %s lie in its range', (kind, possible, impossible) => {
    for (const value of possible) expect(faults(kind, { threshold: value, baseline: value })).toEqual([]);
    for (const value of impossible) {
      const wrong = value < possible[0] ? 'too-small' : 'too-large';
      expect(faults(kind, { threshold: value, baseline: value })).toEqual([`baseline ${wrong}`, `threshold ${wrong}`]);
    }
  });

  it('of a checklist begin with one item that is wished, and none that was there', () => {
    expect(faults('checklist', { threshold: 0, baseline: 0 })).toEqual(['threshold too-small']);
    expect(faults('checklist', { threshold: 1, baseline: -1 })).toEqual(['baseline too-small']);
  });

  it('of a checklist are whole, and not more than it has items', () => {
    expect(faults('checklist', { threshold: 2.5 })).toEqual(['threshold not-whole']);
    expect(faults('checklist', { threshold: 8, sampleSize: 7 })).toEqual(['threshold more-than-total']);
    expect(faults('checklist', { threshold: 7, sampleSize: 7 })).toEqual([]);
  });

  it('are looked at also when something else is wrong', () => {
    expect(faults('proportion', { threshold: 2, confidence: 94 })).toContain('threshold too-large');
  });
});
