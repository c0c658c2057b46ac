import { Injectable } from '@nestjs/common';
import type { CriterionView, DecisionDetail, Language, PersonView, ScorecardView } from '#contracts';
import { ANCHORED_SCORES, OUTCOMES } from '#contracts/constants';
import { Clock } from '../../platform/clock/index.js';
import { NotFound } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type CriterionDefinition, type EvidenceDefinition, stepOf } from '../../workflow/index.js';
import { IdeasRepository, withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import type { DecisionRow } from './decision.entity.js';
import { isAgainst } from './decision.machine.js';
import { refusalsToScore, rolesTowardDecision } from './decision.policy.js';
import { DecisionViews } from './decision.view.js';
import { DecisionsRepository } from './decisions.repository.js';
import { compareEvidence, evidenceNow, type KeptEvidence } from './evidence.js';
import { evidenceItemOf, peopleIn } from './evidence.view.js';
import { GatherEvidence } from './gather-evidence.js';
import { HearVerdict } from './hear-verdict.js';
import { isBlind, type PanelMember, panelStateOf, type Scorecard, scoringFacts } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { summaryOf, weightedMean } from './summary.js';

/** Shows one decision whole: its evidence then and now, its panel, and scorecards as far as this member may read them. */
@Injectable()
export class DecisionDetails {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly panels: PanelRepository,
    private readonly ideas: IdeasRepository,
    private readonly evidence: GatherEvidence,
    private readonly verdicts: HearVerdict,
    private readonly members: MembersRepository,
    private readonly pathways: PathwaysRepository,
    private readonly events: EventLog,
    private readonly views: DecisionViews,
    private readonly clock: Clock,
  ) {}

  /** Part of the transaction under way. @throws NotFound */
  async one(id: string, actor: Actor): Promise<DecisionDetail> {
    const decision = await this.decisions.find(id);
    if (!decision) throw new NotFound('This decision');
    const { criteria, evidence } = await this.decisions.basis(id);
    const panel = (await this.panels.of([id])).get(id) ?? [];
    const mine = await this.panels.scorecardOf(id, actor.member);
    const people = await this.members.people([actor.member, ...panel.map(({ member }) => member)], actor.language);
    const verdict = decision.state === 'decided' ? decision.verdict : await this.verdicts.of(decision);
    return {
      ...(await this.views.one(decision, actor)),
      evidence: await this.packOf(decision, evidence, actor.language),
      imported: await this.importOf(decision, actor.language),
      criteria: criteria.map((criterion) => criterionOf(criterion, actor.language)),
      panel: panel.map((it) => ({ member: people.get(it.member) ?? null, state: panelStateOf(it), conflict: it.conflict })),
      mine: mine && scorecardOf(mine, people),
      ...(await this.scores(decision, panel, criteria, people)),
      verdict: verdict && { ...verdict, atFirst: verdict.atFirst ?? null },
      explanationFor: verdict === null ? [] : OUTCOMES.filter((outcome) => isAgainst(outcome, verdict)),
      ...this.refusals(decision, panel, actor),
    };
  }

  private async packOf(decision: DecisionRow, kept: readonly KeptEvidence[], language: Language): Promise<DecisionDetail['evidence']> {
    const idea = await this.ideas.byId(decision.ideaId);
    if (!idea) throw new Error('A decision has no idea.');
    const now = await this.evidence.of(idea, decision.decidedAt);
    const compared = compareEvidence(kept, evidenceNow(wantedOf(kept), now));
    const people = await this.members.people(peopleIn(compared.flatMap(({ asked, now }) => [asked, now])), language);
    return { at: decision.askedAt.toISOString(), items: compared.map((it) => evidenceItemOf(it, people)) };
  }

  private async importOf({ ideaId, pathway, pathwayVersion }: DecisionRow, language: Language): Promise<DecisionDetail['imported']> {
    const [event] = await this.events.recorded(ideaId, ['idea-imported'], {});
    const definition = await this.pathways.definition(pathway, pathwayVersion);
    const first = definition.steps.find(({ kind }) => kind === 'station');
    if (!event?.to || event.to === first?.key) return null;
    return { step: event.to, stepName: stepOf(definition, event.to)?.names?.[language] ?? event.to, at: event.at.toISOString() };
  }

  /** While it is blind nobody's scorecard is even read. */
  private async scores(
    decision: DecisionRow,
    panel: readonly PanelMember[],
    criteria: readonly CriterionDefinition[],
    people: ReadonlyMap<string, PersonView>,
  ): Promise<Pick<DecisionDetail, 'blind' | 'scorecards' | 'summary' | 'weightedMean'>> {
    if (isBlind(decision, panel, this.clock.now())) return { blind: true, scorecards: null, summary: null, weightedMean: null };
    const cards = await this.panels.scorecards(decision.id);
    const summary = summaryOf(criteria, cards);
    return {
      blind: false,
      scorecards: cards.map((card) => scorecardOf(card, people)),
      summary,
      weightedMean: weightedMean(criteria, summary),
    };
  }

  private refusals(
    decision: DecisionRow,
    panel: readonly PanelMember[],
    actor: Actor,
  ): Pick<DecisionDetail, 'scoreRefusals' | 'stepOutRefusals'> {
    const facts = {
      roles: rolesTowardDecision(decision, actor, null, panel),
      ...scoringFacts(decision, panel, actor.member, this.clock.now()),
    };
    const linked = (stepsOut: boolean) =>
      refusalsToScore({ ...facts, stepsOut }).map((it) => withLink(it, actor.organisation.slug, decision.ideaNumber));
    return { scoreRefusals: linked(false), stepOutRefusals: linked(true) };
  }
}

function wantedOf(kept: readonly KeptEvidence[]): EvidenceDefinition[] {
  return [...new Map(kept.map(({ kind, required }) => [kind, { kind, required }])).values()];
}

function criterionOf({ key, names, weight, anchors }: CriterionDefinition, language: Language): CriterionView {
  return {
    key,
    name: names[language],
    weight,
    anchors: ANCHORED_SCORES.map((score) => ({ score, meaning: anchors[score][language] })),
  };
}

function scorecardOf({ member, at, scores }: Scorecard, people: ReadonlyMap<string, PersonView>): ScorecardView {
  const shown = scores.map(({ criterion, score, note }) => ({ criterion, score, note }));
  return { member: people.get(member) ?? null, at: at.toISOString(), scores: shown };
}
