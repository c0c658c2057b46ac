import { missingCardFields, REQUIRED_CARD_FIELDS, type TestCard } from './test-card.js';

const COMPLETE: TestCard = {
  hypothesis: 'A bench in the shade makes people wait longer for the bus',
  method: 'Count at two stops',
  metric: 'Share of people who wait',
  kind: 'proportion',
  baseline: 0,
  direction: 'at-least',
  threshold: 0.3,
  confidence: 95,
  group: 'Passengers of line 3',
  place: 'Two stops',
  startsOn: '2026-05-04',
  endsOn: '2026-05-29',
};

describe('a test card', () => {
  it('is complete with everything on it, a baseline of zero included', () => {
    expect(missingCardFields(COMPLETE)).toEqual([]);
  });

  it.each(REQUIRED_CARD_FIELDS)('is not complete without its %s', (field) => {
    expect(missingCardFields({ ...COMPLETE, [field]: null })).toEqual([field]);
  });

  it('takes a blank text for a missing one', () => {
    expect(missingCardFields({ ...COMPLETE, hypothesis: ' ', place: '' })).toEqual(['hypothesis', 'place']);
  });
});
