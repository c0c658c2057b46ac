import type { AvailableTransition, HistoryItem, IdeaView, RolloutView } from '#contracts';

const maja = { id: '01900000-0000-7000-8000-000000000001', name: 'Maja', unit: 'Education' };

/** Maja's idea, waiting for its first answer. */
export const anIdea = (more: Partial<IdeaView> = {}): IdeaView => ({
  number: 12,
  title: 'Green bus stops',
  language: 'en',
  step: 'submitted',
  stepName: 'Submitted',
  version: 3,
  due: '2026-03-09T22:59:59Z',
  overdue: false,
  tags: ['greenery'],
  submitter: maja,
  owner: null,
  teamSize: 1,
  createdAt: '2026-03-02T08:00:00Z',
  stepSince: '2026-03-02T08:00:00Z',
  marks: [],
  availableTransitions: [],
  pathway: 'helsingborg',
  need: 'No shade at the stops',
  proposal: null,
  beneficiaries: null,
  effectGoal: null,
  schedule: null,
  costEstimate: null,
  testGroup: null,
  partners: null,
  following: false,
  supported: false,
  followers: 0,
  supporters: 0,
  team: [maja],
  updatedAt: '2026-03-02T08:00:00Z',
  returnOn: null,
  mergedInto: null,
  challenge: null,
  lessons: [],
  origin: null,
  path: [
    { step: 'submitted', name: 'Submitted', state: 'now', gate: null, enteredAt: '2026-03-02T08:00:00Z', leftAt: null },
    { step: 'explore-idea', name: 'Explore idea', state: 'ahead', gate: 'time', enteredAt: null, leftAt: null },
  ],
  next: { to: 'explore-idea', name: 'Explore the idea', decision: null, checks: [] },
  mayEdit: true,
  ...more,
});

/** A transition along the path. */
export const aTransition = (more: Partial<AvailableTransition> = {}): AvailableTransition => ({
  to: 'explore-idea',
  name: 'Explore the idea',
  direction: 'forward',
  decision: null,
  asks: [],
  refusals: [],
  ...more,
});

let events = 0;

/** Something that happened to Maja's idea. */
export const anEvent = (more: Partial<HistoryItem> = {}): HistoryItem => ({
  id: `event-${++events}`,
  at: '2026-03-02T08:00:00Z',
  by: maja,
  kind: 'idea-submitted',
  from: null,
  to: null,
  fromName: null,
  toName: null,
  reason: null,
  details: {},
  ...more,
});

/** A rollout in use, for which Maja answers. */
export const aRollout = (more: Partial<RolloutView> = {}): RolloutView => ({
  version: 3,
  state: 'in-use',
  unit: 'Roads',
  owner: maja,
  milestones: [],
  expectedEffect: { value: 1200, unit: 'hours a year', by: '2027-12-31', direction: 'at-least' },
  amendments: [],
  effectLocked: true,
  inUseSince: '2026-03-02',
  followUpOn: '2027-06-01',
  overdue: false,
  measuredEffect: null,
  effectReached: null,
  reachedLate: false,
  effectOverdue: false,
  undecided: false,
  availableTransitions: [{ to: 'followed-up', asks: ['measuredEffect'], refusals: [] }],
  mayEdit: true,
  ...more,
});
