import type {
  DecisionDetail,
  DecisionKind,
  DecisionView,
  ExperimentView,
  IdeaView,
  Outcome,
  RolloutView,
  ScoreDecision,
  Score,
} from '#contracts';
import type { Actor } from './actors.js';
import type { TestApp } from './app.js';
import { LESSON, moved, submitted } from './factories.js';

/** A test card with everything on it, for the Monday noon of tests. */
export const CARD = {
  hypothesis: 'We believe that parents choose another way when they see the air along it.',
  method: 'To verify, we will show the map at two schools for six weeks.',
  metric: 'Share of families who changed their way',
  baseline: 0.05,
  direction: 'at-least',
  threshold: 0.3,
  confidence: 95,
  group: 'Families of two primary schools',
  place: 'School 12 and school 40',
  startsOn: '2026-03-02',
  endsOn: '2026-04-10',
} as const;

/** What must be filled in before money is asked for. */
export const SET_UP = {
  effectGoal: 'A third of the families change their way.',
  schedule: 'March and April.',
  costEstimate: '12,000 zł',
  testGroup: 'Two primary schools.',
  partners: 'None.',
};

/** A plan of a rollout with everything in it, but the owner. */
export const ROLLOUT = {
  unit: 'Education',
  expectedEffect: { value: 30, unit: '% of families', by: '2027-06-30' },
  followUpOn: '2027-03-01',
};

/** The idea as this person sees it now. */
export async function seen(actor: Actor, idea: { number: number }): Promise<IdeaView> {
  const response = await actor.get(`/ideas/${idea.number}`);
  if (response.status !== 200) throw new Error(`The idea was not read: ${response.status} ${response.text}`);
  return response.body as IdeaView;
}

/** Maja asks Oskar for a decision, expecting that she may. */
export async function asked(polku: TestApp, idea: { number: number }, kind: DecisionKind, more: object = {}): Promise<DecisionView> {
  const maja = await polku.as('maja');
  const body = { kind, decider: polku.founded.members.oskar, deadline: '2026-03-31', ...more };
  const response = await maja.post(`/ideas/${idea.number}/decisions`, body);
  if (response.status !== 201) throw new Error(`The decision was not asked for: ${response.status} ${response.text}`);
  return response.body as DecisionView;
}

/** Oskar decides, expecting that he may. */
export async function decided(polku: TestApp, decision: { id: string }, outcome: Outcome, more: object = {}): Promise<DecisionView> {
  const oskar = await polku.as('oskar');
  const change = outcome === 'adapt' ? { mustChange: 'Two stops, not ten.' } : {};
  const response = await oskar.post(`/decisions/${decision.id}/outcome`, { outcome, reason: 'The need is real.', ...change, ...more });
  if (response.status !== 201) throw new Error(`The decision was not made: ${response.status} ${response.text}`);
  return response.body as DecisionView;
}

/** One decision with its evidence and panel, as this person sees it now. */
export async function examined(actor: Actor, decision: { id: string }): Promise<DecisionDetail> {
  const response = await actor.get(`/decisions/${decision.id}`);
  if (response.status !== 200) throw new Error(`The decision was not read: ${response.status} ${response.text}`);
  return response.body as DecisionDetail;
}

/** A scorecard that gives the same score and note to each of the usual criteria. */
export function scorecard(score: Score | null, note: string | null = null): ScoreDecision {
  return { scores: ['desirability', 'feasibility', 'viability', 'evidence'].map((criterion) => ({ criterion, score, note })) };
}

/** Gives a scorecard, expecting that they may. */
export async function scored(
  actor: Actor,
  decision: { id: string },
  score: Score | null,
  note: string | null = null,
): Promise<DecisionDetail> {
  const response = await actor.put(`/decisions/${decision.id}/scorecard`, scorecard(score, note));
  if (response.status !== 200) throw new Error(`The decision was not scored: ${response.status} ${response.text}`);
  return response.body as DecisionDetail;
}

/** Steps out of a panel, expecting that they may. */
export async function steppedOut(actor: Actor, decision: { id: string }, reason: string): Promise<DecisionDetail> {
  const response = await actor.post(`/decisions/${decision.id}/conflict`, { reason });
  if (response.status !== 201) throw new Error(`They did not step out: ${response.status} ${response.text}`);
  return response.body as DecisionDetail;
}

/** Maja's idea, accepted by Hanna: it explores, and waits for time. */
export async function exploring(polku: TestApp): Promise<IdeaView> {
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const idea = await submitted(maja);
  await moved(hanna, idea, 'explore-idea');
  return seen(maja, idea);
}

/** Maja's idea with time given and its set-up filled in: it waits for money. */
export async function setUp(polku: TestApp): Promise<IdeaView> {
  const maja = await polku.as('maja');
  const idea = await exploring(polku);
  await decided(polku, await asked(polku, idea, 'time'), 'yes');
  const { version } = await seen(maja, idea);
  const filled = await maja.patch(`/ideas/${idea.number}`, { version, ...SET_UP });
  if (filled.status !== 200) throw new Error(`The set-up was not filled in: ${filled.status} ${filled.text}`);
  return seen(maja, idea);
}

/** Maja's idea with money given: it is in its pilot. */
export async function piloting(polku: TestApp): Promise<IdeaView> {
  const idea = await setUp(polku);
  await decided(polku, await asked(polku, idea, 'money'), 'yes');
  return seen(await polku.as('maja'), idea);
}

/** An experiment of Maja's idea, planned with the whole card. */
export async function planned(polku: TestApp, idea: { number: number }, card: object = {}): Promise<ExperimentView> {
  const maja = await polku.as('maja');
  const response = await maja.post(`/ideas/${idea.number}/experiments`, { title: 'The map at two schools', card: { ...CARD, ...card } });
  if (response.status !== 201) throw new Error(`The experiment was not planned: ${response.status} ${response.text}`);
  return response.body as ExperimentView;
}

/** Moves an experiment, expecting that it works. */
export async function steered(
  actor: Actor,
  experiment: { id: string; version: number },
  to: string,
  more: object = {},
): Promise<ExperimentView> {
  const response = await actor.post(`/experiments/${experiment.id}/transitions`, { to, version: experiment.version, ...more });
  if (response.status !== 201) throw new Error(`The experiment was not moved: ${response.status} ${response.text}`);
  return response.body as ExperimentView;
}

/** Records a measurement, expecting that it works. */
export async function measured(
  actor: Actor,
  experiment: { id: string },
  successes: number,
  total: number,
  more: object = {},
): Promise<ExperimentView> {
  const response = await actor.post(`/experiments/${experiment.id}/measurements`, { on: '2026-03-02', successes, total, ...more });
  if (response.status !== 201) throw new Error(`The measurement was not recorded: ${response.status} ${response.text}`);
  return response.body as ExperimentView;
}

/** Maja's idea with an experiment that was measured, met its threshold and was concluded. */
export async function tested(polku: TestApp): Promise<IdeaView> {
  const maja = await polku.as('maja');
  const idea = await piloting(polku);
  const running = await steered(maja, await planned(polku, idea), 'running');
  await measured(maja, running, 90, 200);
  const done = await steered(maja, running, 'measured');
  await steered(maja, done, 'concluded', { result: 'Nearly half of them changed their way.', lesson: LESSON });
  return seen(maja, idea);
}

/** Maja's idea to which scale-up said yes. */
export async function scaling(polku: TestApp): Promise<IdeaView> {
  const idea = await tested(polku);
  await decided(polku, await asked(polku, idea, 'scale-up'), 'yes');
  return seen(await polku.as('maja'), idea);
}

/** Moves the rollout of an idea, expecting that it works. */
export async function rolledOut(
  actor: Actor,
  idea: { number: number },
  version: number,
  to: string,
  more: object = {},
): Promise<RolloutView> {
  const response = await actor.post(`/ideas/${idea.number}/rollout/transitions`, { to, version, ...more });
  if (response.status !== 201) throw new Error(`The rollout was not moved: ${response.status} ${response.text}`);
  return response.body as RolloutView;
}

/** The codes of the refusals of an answer. */
export function refusedFor(response: { status: number; body: { refusals?: { code: string }[] } }): [number, ...string[]] {
  return [response.status, ...(response.body.refusals ?? []).map(({ code }) => code)];
}
