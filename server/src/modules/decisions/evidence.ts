import { isDeepStrictEqual } from 'node:util';
import type { EvidenceKind, Money, VerdictView } from '#contracts';
import type { EvidenceDefinition } from '../../workflow/index.js';
import type { AmendmentReason, EvidenceOfExperiment, MeasurementChanges } from '../experiments/index.js';
import { isWritten } from '../../workflow/index.js';

/** The test card of an experiment, as it is kept with a decision; moments as JSON has them. */
export type KeptCard = Pick<EvidenceOfExperiment, 'state' | 'card' | 'original' | 'amendments' | 'amendedAfterData'> &
  Partial<KeptCardHistory>;

/** What is kept of a card's history; not with decisions that were asked for before it was. */
export interface KeptCardHistory extends Pick<EvidenceOfExperiment, 'byOriginal' | 'result'> {
  readonly reasons: readonly (Omit<AmendmentReason, 'at'> & { readonly at: string })[];
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly corrections: (Omit<MeasurementChanges, 'lastAt'> & { readonly lastAt: string }) | null;
}

/** A lesson, as it is kept with a decision. */
export interface KeptLesson {
  /** The number of the experiment it was learned in; null: of the idea. */
  readonly experiment: number | null;
  readonly observed: string;
  readonly learned: string;
  readonly therefore: string;
  /** What a stop saved. */
  readonly saved: Money | null;
  readonly at: string;
  readonly member: string | null;
}

/** What each kind of evidence is, as it is kept: people by their member id. */
export interface EvidenceValues {
  readonly need: string;
  readonly proposal: string;
  readonly beneficiaries: string;
  readonly 'effect-goal': string;
  readonly schedule: string;
  readonly 'cost-estimate': string;
  readonly 'test-group': string;
  readonly partners: string;
  /** Members, in order of their id. */
  readonly team: readonly string[];
  readonly 'test-card': KeptCard;
  readonly verdict: VerdictView;
  /** The latest first. */
  readonly lesson: readonly KeptLesson[];
  /** How many times residents or users were involved. */
  readonly engagement: number;
}

/** A piece of evidence that is kept with a decision; null: there was nothing. */
export type KeptEvidence = {
  readonly [Kind in EvidenceKind]: {
    readonly kind: Kind;
    readonly required: boolean;
    readonly experiment: { readonly id: string; readonly number: number; readonly title: string } | null;
    readonly value: EvidenceValues[Kind] | null;
  };
}[EvidenceKind];

/** What is true of an idea at a moment, as far as decisions may rest on it. */
export interface IdeaEvidence extends Omit<
  EvidenceValues,
  'need' | 'proposal' | 'beneficiaries' | 'effect-goal' | 'schedule' | 'cost-estimate' | 'test-group' | 'partners' | 'test-card' | 'verdict'
> {
  readonly texts: Readonly<Record<TextEvidence, string | null>>;
  readonly experiments: readonly EvidenceOfExperiment[];
}

/** Evidence that is a text of the idea. */
export const TEXT_EVIDENCE = [
  'need',
  'proposal',
  'beneficiaries',
  'effect-goal',
  'schedule',
  'cost-estimate',
  'test-group',
  'partners',
] as const satisfies readonly EvidenceKind[];
export type TextEvidence = (typeof TEXT_EVIDENCE)[number];

/** The evidence that was asked for, as it is now: every experiment with its own card and verdict. */
export function evidenceNow(wanted: readonly EvidenceDefinition[], idea: IdeaEvidence): KeptEvidence[] {
  // As JSON keeps it, so that it can be compared to what was kept.
  return JSON.parse(JSON.stringify(wanted.flatMap((it) => itemsOf(it, idea)))) as KeptEvidence[];
}

function itemsOf({ kind, required }: EvidenceDefinition, idea: IdeaEvidence): KeptEvidence[] {
  const experiment = null;
  switch (kind) {
    case 'team':
      return [{ kind, required, experiment, value: idea.team.length === 0 ? null : idea.team.toSorted() }];
    case 'lesson':
      return [{ kind, required, experiment, value: idea.lesson.length === 0 ? null : idea.lesson }];
    case 'engagement':
      return [{ kind, required, experiment, value: idea.engagement === 0 ? null : idea.engagement }];
    case 'test-card':
      if (idea.experiments.length === 0) return [{ kind, required, experiment, value: null }];
      return idea.experiments.map((it) => ({ kind, required, experiment: linkOf(it), value: cardOf(it) }));
    case 'verdict':
      if (idea.experiments.length === 0) return [{ kind, required, experiment, value: null }];
      return idea.experiments.map((it) => ({ kind, required, experiment: linkOf(it), value: it.verdict }));
    default:
      return [{ kind, required, experiment, value: isWritten(idea.texts[kind]) ? idea.texts[kind] : null }];
  }
}

function linkOf({ id, number, title }: EvidenceOfExperiment) {
  return { id, number, title };
}

function cardOf({ reasons, startedAt, endedAt, corrections, ...experiment }: EvidenceOfExperiment): KeptCard {
  const { state, card, original, amendments, amendedAfterData, byOriginal, result } = experiment;
  return {
    ...{ state, card, original, amendments, amendedAfterData, byOriginal, result },
    reasons: reasons.map((it) => ({ ...it, at: it.at.toISOString() })),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    corrections: corrections && { ...corrections, lastAt: corrections.lastAt.toISOString() },
  };
}

/** The kinds of required evidence of which there is nothing; a verdict without data is nothing. */
export function missingEvidence(items: readonly KeptEvidence[]): EvidenceKind[] {
  const isThere = (item: KeptEvidence) => item.value !== null && !(item.kind === 'verdict' && item.value.verdict === 'no-data');
  const kinds = new Set(items.filter(({ required }) => required).map(({ kind }) => kind));
  return [...kinds].filter((kind) => !items.some((item) => item.kind === kind && isThere(item)));
}

/** A piece of evidence then and now; null: it was not there then, or is not there now. */
export interface Compared {
  readonly asked: KeptEvidence | null;
  readonly now: KeptEvidence | null;
  readonly changed: boolean;
}

/** What was kept beside what is true now, kind by kind in the order that was kept; an experiment planned since comes after the others. */
export function compareEvidence(kept: readonly KeptEvidence[], now: readonly KeptEvidence[]): Compared[] {
  const kinds = [...new Set(kept.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const [then, today] = [kept.filter((it) => it.kind === kind), now.filter((it) => it.kind === kind)];
    const keys = [...new Set([...then, ...today].map(({ experiment }) => experiment?.id ?? null))];
    // Once there is an experiment, the line that said that there is none has gone.
    const shown = keys.length > 1 ? keys.filter((key) => key !== null) : keys;
    return shown.map((key): Compared => {
      const find = (items: readonly KeptEvidence[]) => items.find(({ experiment }) => (experiment?.id ?? null) === key) ?? null;
      const [asked, current] = [find(then), find(today)];
      return { asked, now: current, changed: hasChanged(asked?.value ?? null, current?.value ?? null) };
    });
  });
}

/** What an older server did not keep has not changed. */
function hasChanged(asked: KeptEvidence['value'], now: KeptEvidence['value']): boolean {
  if (!isRecord(asked) || !isRecord(now)) return !isDeepStrictEqual(asked, now);
  const known = Object.fromEntries(Object.entries(now).filter(([name]) => name in asked));
  return !isDeepStrictEqual(asked, known);
}

function isRecord(value: KeptEvidence['value']): value is KeptCard | VerdictView {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
