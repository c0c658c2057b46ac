import type { AvailableTransition, DecisionView, HistoryItem, IdeaView } from '#contracts';

const maja = { id: '01900000-0000-7000-8000-000000000001', name: 'Maja', unit: 'Education' };
const oskar = { id: '01900000-0000-7000-8000-000000000004', name: 'Oskar', unit: 'Finance' };

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
  team: [maja],
  updatedAt: '2026-03-02T08:00:00Z',
  returnOn: null,
  mergedInto: null,
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

/** The time decision on Maja's idea, asked of Oskar. */
export const aDecision = (more: Partial<DecisionView> = {}): DecisionView => ({
  id: '01900000-0000-7000-8000-0000000000d1',
  idea: { number: 12, title: 'Green bus stops', step: 'explore-idea', stepName: 'Explore idea' },
  kind: 'time',
  state: 'requested',
  from: 'explore-idea',
  to: 'explore-set-up',
  toName: 'Explore set-up',
  decider: oskar,
  askedBy: maja,
  askedAt: '2026-03-03T08:00:00Z',
  deadline: '2026-03-13T22:59:59Z',
  overdue: false,
  note: null,
  outcome: null,
  reason: null,
  decidedAt: null,
  mustChange: null,
  againstVerdict: false,
  explanation: null,
  panelSize: 0,
  scored: 0,
  panelState: null,
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
