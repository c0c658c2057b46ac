import { Injectable } from '@nestjs/common';
import type { CardMark } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { ActorRole, Facts } from '../../workflow/index.js';

/** What a module knows of an idea. */
export interface IdeaKnowledge {
  /** Facts that guards ask for. */
  readonly facts?: Partial<Facts>;
  /** Quiet facts for the card. */
  readonly marks?: readonly CardMark[];
  /** What a member is to the idea because of this module, as the rollout's owner. */
  readonly relations?: readonly { readonly member: string; readonly role: ActorRole }[];
  /** When the step's promise falls due, where a step says that it ends with an experiment. */
  readonly experimentEnd?: Date | null;
  /** The ids of its experiments. */
  readonly experiments?: readonly string[];
  /** Who works on it, first who joined first. */
  readonly team?: readonly string[];
}

/** A module that knows something about ideas which the ideas' own module must not ask for. */
export interface FactProvider<Row = never> {
  /**
   * What it asks the database: `$1` is the organisation, `$2` the ids of the ideas. All providers are asked in one statement, so its rows
   * come as JSON does: moments are texts.
   */
  readonly question: string;
  /** What the rows, in their order, say of these ideas; by the idea's id. */
  read(rows: readonly Row[], ideas: readonly string[]): ReadonlyMap<string, IdeaKnowledge>;
}

/** Where modules say what they know of ideas; guards of pathways are answered from here. */
@Injectable()
export class FactProviders extends TenantRepository {
  private readonly providers: FactProvider[] = [];
  private statement = '';

  constructor(work: UnitOfWork) {
    super(work);
  }

  register<Row>(provider: FactProvider<Row>): void {
    this.providers.push(provider);
    const answers = this.providers.map(({ question }) => `array(select to_jsonb(answer) from (${question}) answer)`);
    this.statement = `select jsonb_build_array(${answers.map((answer) => `to_jsonb(${answer})`).join(', ')}) as answers`;
  }

  /** All that is known of these ideas, put together, in one query. */
  async know(ideas: readonly string[]): Promise<ReadonlyMap<string, Required<IdeaKnowledge>>> {
    const [row] = await this.rows<{ answers: never[][] }>(this.statement, [this.organisation, ideas]);
    const known = this.providers.map((provider, at) => provider.read(row?.answers[at] ?? [], ideas));
    return new Map(ideas.map((idea) => [idea, join(known.map((answer) => answer.get(idea) ?? {}))]));
  }
}

function join(parts: readonly IdeaKnowledge[]): Required<IdeaKnowledge> {
  return {
    facts: Object.assign({}, ...parts.map((part) => part.facts ?? {})) as Partial<Facts>,
    marks: parts.flatMap((part) => part.marks ?? []),
    relations: parts.flatMap((part) => part.relations ?? []),
    experimentEnd: parts.find((part) => part.experimentEnd)?.experimentEnd ?? null,
    experiments: parts.flatMap((part) => part.experiments ?? []),
    team: parts.flatMap((part) => part.team ?? []),
  };
}
