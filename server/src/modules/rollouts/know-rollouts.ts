import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import { RolloutsRepository } from './rollouts.repository.js';

/** Tells guards how far ideas are rolled out, and who answers for that. */
@Injectable()
export class KnowRollouts implements FactProvider, OnModuleInit {
  constructor(
    private readonly providers: FactProviders,
    private readonly rollouts: RolloutsRepository,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async know(ideas: readonly string[]): Promise<ReadonlyMap<string, IdeaKnowledge>> {
    const rollouts = await this.rollouts.digests(ideas);
    return new Map(
      rollouts.map(({ idea, state, owner, isFollowUpSet }) => [
        idea,
        {
          facts: { rolloutState: state, followUpSet: isFollowUpSet },
          relations: owner === null ? [] : [{ member: owner, role: 'rollout-owner' }],
        },
      ]),
    );
  }
}
