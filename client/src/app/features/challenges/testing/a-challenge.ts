import type { ChallengeView } from '#contracts';

/** A challenge of Hanna's that is open and that two ideas answer. */
export const aChallenge = (more: Partial<ChallengeView> = {}): ChallengeView => ({
  id: '01900000-0000-7000-8000-0000000000c1',
  version: 4,
  question: 'Where is shade?',
  about: 'In **July** it is hot.',
  criteria: '',
  opensOn: '2026-02-20',
  closesOn: '2026-03-20',
  state: 'open',
  owner: { id: '01900000-0000-7000-8000-000000000003', name: 'Hanna', unit: null },
  ideas: 2,
  ...more,
});
