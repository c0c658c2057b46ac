import type { CardField } from '#contracts';

/** A part of a test card that is filled in together. */
export type CardStep = 'sentences' | 'frame' | 'means' | 'people';

/** The fields of a test card in the order in which they are asked for and read, step by step. */
export const CARD_STEPS: readonly { readonly step: CardStep; readonly fields: readonly CardField[] }[] = [
  {
    step: 'sentences',
    fields: [
      ...(['hypothesis', 'method', 'metric', 'kind', 'unit', 'baseline'] as const),
      ...(['direction', 'threshold', 'confidence', 'completeCount', 'sampleSize'] as const),
    ],
  },
  { step: 'frame', fields: ['group', 'place', 'startsOn', 'endsOn'] },
  { step: 'means', fields: ['costCap', 'responsible', 'risks'] },
  { step: 'people', fields: ['personalData', 'legalBasis', 'dataProtectionContact', 'participantInformation'] },
];
