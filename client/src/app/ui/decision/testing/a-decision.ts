import type { DecisionDetail, DecisionView } from '#contracts';

const maja = { id: '01900000-0000-7000-8000-000000000001', name: 'Maja', unit: 'Education' };
const oskar = { id: '01900000-0000-7000-8000-000000000004', name: 'Oskar', unit: 'Finance' };

/** The time decision on Maja's idea, asked of Oskar. */
export const aDecision = (more: Partial<DecisionView> = {}): DecisionView => ({
  id: '01900000-0000-7000-8000-0000000000d1',
  idea: { number: 12, title: 'Green bus stops', titleNow: null, step: 'explore-idea', stepName: 'Explore idea' },
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
  decidedBy: null,
  actingFor: null,
  away: null,
  mayDelegate: false,
  delegations: [],
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

/** The same with everything that its page shows: no panel, no evidence yet. */
export const aDetail = (more: Partial<DecisionDetail> = {}): DecisionDetail => ({
  ...aDecision(),
  evidence: { at: '2026-03-03T08:00:00Z', items: [] },
  imported: null,
  criteria: [
    {
      key: 'desirability',
      name: 'Desirability',
      weight: 1,
      anchors: [
        { score: 1, meaning: 'Nobody asked for it' },
        { score: 3, meaning: 'Some would use it' },
        { score: 5, meaning: 'Many wait for it' },
      ],
    },
    { key: 'evidence', name: 'Strength of evidence', weight: 0.5, anchors: [] },
  ],
  panel: [],
  blind: false,
  mine: null,
  scorecards: null,
  summary: null,
  weightedMean: null,
  verdict: null,
  explanationFor: [],
  scoreRefusals: [],
  stepOutRefusals: [],
  ...more,
});
