import { Injectable } from '@nestjs/common';
import type { CardMark } from '#contracts';
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
}

/** A module that knows something about ideas which the ideas' own module must not ask for. */
export interface FactProvider {
  /** What is known, by the idea's id; inside the unit of work, in a number of queries that does not grow with the ideas. */
  know(ideas: readonly string[]): Promise<ReadonlyMap<string, IdeaKnowledge>>;
}

/** Where modules say what they know of ideas; guards of pathways are answered from here. */
@Injectable()
export class FactProviders {
  private readonly providers: FactProvider[] = [];

  register(provider: FactProvider): void {
    this.providers.push(provider);
  }

  /** All that is known of these ideas, put together. */
  async know(ideas: readonly string[]): Promise<ReadonlyMap<string, Required<IdeaKnowledge>>> {
    const answers = await Promise.all(this.providers.map((provider) => provider.know(ideas)));
    return new Map(ideas.map((idea) => [idea, join(answers.map((answer) => answer.get(idea) ?? {}))]));
  }
}

function join(parts: readonly IdeaKnowledge[]): Required<IdeaKnowledge> {
  return {
    facts: Object.assign({}, ...parts.map((part) => part.facts ?? {})) as Partial<Facts>,
    marks: parts.flatMap((part) => part.marks ?? []),
    relations: parts.flatMap((part) => part.relations ?? []),
    experimentEnd: parts.find((part) => part.experimentEnd)?.experimentEnd ?? null,
    experiments: parts.flatMap((part) => part.experiments ?? []),
  };
}
