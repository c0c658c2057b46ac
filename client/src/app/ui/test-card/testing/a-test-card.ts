import type { TestCardView } from '#contracts';

/** The whole card of the screen of ivy. */
export const aTestCard = (more: Partial<TestCardView> = {}): TestCardView => ({
  hypothesis: 'a screen of ivy keeps the dust out of the yard',
  method: 'read a sensor in two yards every working day',
  metric: 'Share of days below 25 µg/m³',
  unit: null,
  kind: 'proportion',
  baseline: 0.52,
  direction: 'at-least',
  threshold: 0.7,
  confidence: 95,
  completeCount: false,
  sampleSize: null,
  group: 'Two yards on the street side',
  place: 'Wrzeciono nursery',
  startsOn: '2026-03-02',
  endsOn: '2026-04-13',
  costCap: { amount: 4800, currency: 'PLN' },
  responsible: [{ id: '01900000-0000-7000-8000-000000000002', name: 'Tomek', unit: 'Health' }],
  risks: 'The ivy may dry up.',
  personalData: false,
  legalBasis: null,
  dataProtectionContact: null,
  participantInformation: 'A sign at the gate.',
  ...more,
});
