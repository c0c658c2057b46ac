import type { DecisionKind, EvidenceKind, ExperimentView, IdeaView } from '#contracts';

/** The idea, as far as a decision may rest on it. */
export interface AskedAbout {
  readonly idea: Pick<
    IdeaView,
    'need' | 'proposal' | 'beneficiaries' | 'effectGoal' | 'schedule' | 'costEstimate' | 'testGroup' | 'partners' | 'team' | 'lessons'
  >;
  readonly experiments: readonly Pick<ExperimentView, 'verdict' | 'lesson'>[];
}

// What decisions usually rest on. A pathway may ask for other things: what is then missing, the server says.
const usual: Readonly<Record<DecisionKind, readonly EvidenceKind[]>> = {
  accept: ['need'],
  time: ['need', 'proposal', 'beneficiaries', 'effect-goal', 'team'],
  money: ['need', 'proposal', 'effect-goal', 'schedule', 'cost-estimate', 'test-group', 'partners', 'team', 'test-card'],
  'scale-up': ['effect-goal', 'test-card', 'verdict', 'lesson'],
};

/** A kind of evidence, and whether there is any. */
export interface EvidenceThere {
  readonly kind: EvidenceKind;
  readonly there: boolean;
}

/** What a decision on this idea could rest on now, as far as decisions of its kind usually do. */
export const evidenceThere = (decision: DecisionKind, { idea, experiments }: AskedAbout): readonly EvidenceThere[] => {
  const written = (kind: EvidenceKind, text: string | null): EvidenceThere => ({ kind, there: (text ?? '').trim() !== '' });
  const all: readonly EvidenceThere[] = [
    written('need', idea.need),
    written('proposal', idea.proposal),
    written('beneficiaries', idea.beneficiaries),
    written('effect-goal', idea.effectGoal),
    written('schedule', idea.schedule),
    written('cost-estimate', idea.costEstimate),
    written('test-group', idea.testGroup),
    written('partners', idea.partners),
    { kind: 'team', there: idea.team.length > 0 },
    { kind: 'test-card', there: experiments.length > 0 },
    { kind: 'verdict', there: experiments.some(({ verdict }) => verdict.verdict !== 'no-data') },
    { kind: 'lesson', there: idea.lessons.length > 0 || experiments.some(({ lesson }) => lesson !== null) },
  ];
  return all.filter(({ kind }) => usual[decision].includes(kind));
};
