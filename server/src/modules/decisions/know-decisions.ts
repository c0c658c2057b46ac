import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DecisionKind, DecisionState, Outcome } from '#contracts';
import type { DecisionFact } from '../../workflow/index.js';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';

/** Where the latest decision of a kind stands. */
interface DecisionDigest {
  readonly idea: string;
  readonly kind: DecisionKind;
  readonly state: DecisionState;
  readonly outcome: Outcome | null;
  /** A moment, as JSON says it. */
  readonly deadline: string;
  readonly isUsed: boolean;
}

/** Tells guards and cards where the decisions of ideas stand. */
@Injectable()
export class KnowDecisions implements FactProvider<DecisionDigest>, OnModuleInit {
  readonly question = `select distinct on (idea_id, kind) idea_id as idea, kind, state, outcome, deadline, used_at is not null as "isUsed"
       from app.decision where organisation_id = $1 and idea_id = any($2::uuid[]) order by idea_id, kind, asked_at desc, id desc`;

  constructor(private readonly providers: FactProviders) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  read(rows: readonly DecisionDigest[]): ReadonlyMap<string, IdeaKnowledge> {
    return new Map([...Map.groupBy(rows, ({ idea }) => idea)].map(([idea, decisions]) => [idea, knowledgeOf(decisions)]));
  }
}

/** @param decisions the latest of each kind of one idea */
function knowledgeOf(decisions: readonly DecisionDigest[]): IdeaKnowledge {
  return {
    facts: { decisions: Object.fromEntries(decisions.map((decision) => [decision.kind, factOf(decision)])) },
    marks: decisions
      .filter(({ state }) => state !== 'decided')
      .map(({ kind, deadline }) => ({ kind: 'decision-asked', decision: kind, deadline: new Date(deadline).toISOString() })),
  };
}

/** A yes that was used up by its move opens nothing any more. */
function factOf({ state, outcome, isUsed }: DecisionDigest): DecisionFact {
  if (isUsed) return 'none';
  return state === 'decided' ? (outcome ?? 'none') : state;
}
