import type { DecisionState, EvidenceKind } from '#contracts/constants';
import { type Actor, isHub } from '../../platform/tenancy/index.js';
import { attempt, available, isOneOf, type ActorRole, type GuardRefusal } from '../../workflow/index.js';
import { rolesToward } from '../ideas/index.js';
import { DECISION_GUARDS, DECISION_MACHINE, isOwnIdea, type DecisionFacts } from './decision.machine.js';

const ASKERS = ['team', 'owner', 'hub'] as const satisfies readonly ActorRole[];
const SCORERS = ['employee', 'manager', 'hub', 'admin'] as const satisfies readonly ActorRole[];
const DELEGATORS = ['decider', 'hub'] as const satisfies readonly ActorRole[];
const DECIDERS = ['manager', 'hub', 'admin'] as const satisfies readonly ActorRole[];

/** A question for a decision, as far as asking is concerned. */
export interface Asking {
  /** What the asker is. */
  readonly asker: readonly ActorRole[];
  /** What keeps the named decider from deciding. */
  readonly conflicts: readonly GuardRefusal[];
  /** Names of those who would score their own idea. */
  readonly partial: readonly string[];
  /** Required evidence of which there is nothing. */
  readonly missing: readonly EvidenceKind[];
  /** Whether a decision of this kind is asked for already and not yet made. */
  readonly alreadyOpen: boolean;
  /**
   * What refuses the transition that this decision takes from where the idea stands, for this asker now; null when
   * no transition with this decision starts there.
   */
  readonly transition: readonly GuardRefusal[] | null;
}

/**
 * Why a decision may not be asked for now; empty: may. Everything else that the transition needs must already be
 * there, so that the decider sees what is decided; it is checked again at `yes`.
 */
export function refusalsToAsk({ asker, conflicts, partial, missing, alreadyOpen, transition }: Asking): GuardRefusal[] {
  const refusals: GuardRefusal[] = [];
  if (!isOneOf(asker, ASKERS)) refusals.push({ code: 'role-in', params: { roles: [...ASKERS] } });
  if (alreadyOpen) refusals.push({ code: 'decision-open', params: {} });
  if (transition === null) refusals.push({ code: 'decision-fits-step', params: {} });
  refusals.push(...conflicts);
  if (partial.length > 0) refusals.push({ code: 'panel-impartial', params: { members: [...partial] } });
  const others = (transition ?? []).filter((it) => it.code !== 'decision-made' && it.code !== 'role-in');
  const kinds = missing.filter((kind) => !others.some((refusal) => saysMissing(refusal, kind)));
  if (kinds.length > 0) refusals.push({ code: 'evidence-missing', params: { kinds } });
  return [...refusals, ...others];
}

const FIELDS: Partial<Record<EvidenceKind, string>> = {
  need: 'need',
  proposal: 'proposal',
  beneficiaries: 'beneficiaries',
  'effect-goal': 'effectGoal',
  schedule: 'schedule',
  'cost-estimate': 'costEstimate',
  'test-group': 'testGroup',
  partners: 'partners',
};

/** Whether a refusal of the transition already says that this evidence is not there. */
function saysMissing({ code, params }: GuardRefusal, kind: EvidenceKind): boolean {
  switch (code) {
    case 'field-filled':
      return FIELDS[kind] === params['field'];
    case 'effect-goal-set':
      return kind === 'effect-goal';
    case 'experiment-concluded':
      return kind === 'test-card' || kind === 'verdict';
    case 'lesson-written':
      return kind === 'lesson';
    default:
      return false;
  }
}

/** Who is too near to an idea to decide on it, beside its own submitter and owners. */
export interface NearIdea {
  /** Who submitted or has ever owned an idea that was merged into it, and who imported one of them or it. */
  readonly furtherPeople: readonly string[];
  /**
   * Who has stepped out of a panel of it, or of one merged into it, for a conflict of interest; it does not end with that panel. Of a decision
   * also whom one of them chose to make it, before or after.
   */
  readonly steppedOut: readonly string[];
}

/** An idea's people, as far as deciding asks. */
export type DecidedIdea = OwnedIdea & NearIdea;

/** Whose idea it is, as far as deciding asks. */
export interface OwnedIdea {
  readonly submitterId: string | null;
  readonly ownerId: string | null;
  /** Everybody who owned it before. */
  readonly pastOwners: readonly string[];
  readonly furtherPeople: NearIdea['furtherPeople'];
}

/**
 * What somebody is in the organisation and to an idea, as far as deciding asks: who has ever owned it, or submitted or owned what was merged
 * into it, or imported it, counts as its owner.
 */
export function rolesTowardDeciding(
  idea: OwnedIdea,
  member: Pick<Actor, 'member' | 'roles'>,
  further: readonly ActorRole[],
): readonly ActorRole[] {
  const ownerId = [...idea.pastOwners, ...idea.furtherPeople].includes(member.member) ? member.member : idea.ownerId;
  return rolesToward({ submitterId: idea.submitterId, ownerId }, member, false, further);
}

/**
 * What somebody is to a decision and to its idea, as far as deciding and scoring ask; who stands in for a decider who is away is its
 * decider too.
 * @param away whether its decider is away, and who stands in
 */
export function rolesTowardDecision(
  decision: OwnedIdea & { readonly deciderId: string },
  actor: Pick<Actor, 'member' | 'roles'>,
  away: { readonly standIn: string | null } | null,
  panel: readonly { readonly member: string }[] = [],
): readonly ActorRole[] {
  const further: ActorRole[] = [];
  if (actor.member === decision.deciderId || actor.member === away?.standIn) further.push('decider');
  if (panel.some(({ member }) => member === actor.member)) further.push('panel');
  return rolesTowardDeciding(decision, actor, further);
}

/** Why a decision cannot lie in the hands of this member, whatever their office; empty: it can. */
export function conflictsOf(
  decision: DecidedIdea & { readonly askedBy: string },
  { member, roles }: Pick<Actor, 'member' | 'roles'>,
): readonly GuardRefusal[] {
  return [
    ...(isOwnIdea(rolesTowardDeciding(decision, { member, roles }, [])) ? [{ code: 'not-own-idea' as const, params: {} }] : []),
    ...(decision.steppedOut.includes(member) ? [{ code: 'not-stepped-out' as const, params: {} }] : []),
    ...(decision.askedBy === member ? [{ code: 'not-asker' as const, params: {} }] : []),
  ];
}

/**
 * Why this member may not hand the decision to somebody else now; empty: may. The decider may, not whoever stands in for them; the hub when
 * the decider is away or cannot decide, or the deadline has passed. Whose own idea it is, and who has stepped
 * out, does not choose who decides instead.
 */
export function refusalsToDelegate(
  decision: DecidedIdea & {
    readonly state: DecisionState;
    readonly deciderId: string;
    readonly askedBy: string;
    readonly deadline: Date;
  },
  actor: Pick<Actor, 'member' | 'roles'>,
  isAway: boolean,
  now: Date,
): readonly GuardRefusal[] {
  if (decision.state === 'decided') return [{ code: 'decision-undecided', params: {} }];
  const tooNear = conflictsOf(decision, actor).filter(({ code }) => code !== 'not-asker');
  if (tooNear.length > 0) return tooNear;
  if (actor.member === decision.deciderId) return [];
  if (!isHub(actor)) return [{ code: 'role-in', params: { roles: [...DELEGATORS] } }];
  const cannotDecide = conflictsOf(decision, { member: decision.deciderId, roles: [] }).length > 0;
  return isAway || cannotDecide || decision.deadline < now ? [] : [{ code: 'decider-away', params: {} }];
}

/** Whether the idea stands where the decision was asked for. */
export function fitsStep({ step, from }: { readonly step: string; readonly from: string }): boolean {
  return step === from;
}

/** Whether somebody with these roles in the organisation may be named as decider at all. */
export function mayBeDecider(roles: readonly ActorRole[]): boolean {
  return isOneOf(roles, DECIDERS);
}

/** Whether somebody with these roles in the organisation may be asked for a scorecard: everybody but guests. */
export function mayScore(roles: readonly ActorRole[]): boolean {
  return isOneOf(roles, SCORERS);
}

/** Why this person may not make the decision with this outcome and all that comes with it; empty: may. */
export function refusalsToDecide(state: DecisionState, facts: DecisionFacts): readonly GuardRefusal[] {
  if (state === 'decided') return [{ code: 'decision-undecided', params: {} }];
  const result = attempt(DECISION_MACHINE, DECISION_GUARDS, { step: state, cameFrom: null }, 'decided', facts);
  return result.accepted ? [] : result.refusals;
}

/** What is known of a decision and of who decides it, before they say how. */
export type DecidingFacts = Pick<DecisionFacts, 'roles' | 'panel' | 'hasSteppedOut' | 'hasAsked' | 'fitsStep'>;

/** Why this person may not make the decision at all, whatever the outcome; empty: may. */
export function refusalsOfDecider(state: DecisionState, facts: DecidingFacts): readonly GuardRefusal[] {
  if (state === 'decided') return [{ code: 'decision-undecided', params: {} }];
  const offers = available(DECISION_MACHINE, DECISION_GUARDS, { step: state, cameFrom: null }, facts);
  return offers.find((it) => it.to === 'decided')?.refusals ?? [];
}

/** Why this person may not give a scorecard, or with `stepsOut` step out of the panel; empty: may. */
export function refusalsToScore(facts: Pick<DecisionFacts, 'roles' | 'panel' | 'hasSteppedOut' | 'stepsOut'>): readonly GuardRefusal[] {
  // What opens the scoring is asked of everybody who scores after the first one too.
  const result = attempt(DECISION_MACHINE, DECISION_GUARDS, { step: 'requested', cameFrom: null }, 'scoring', facts);
  return result.accepted ? [] : result.refusals;
}
