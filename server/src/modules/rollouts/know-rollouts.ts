import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RolloutState } from '#contracts';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';

/** A rollout as far as its idea's guards look at it. */
interface RolloutDigest {
  readonly idea: string;
  readonly state: RolloutState;
  readonly owner: string | null;
  readonly isFollowUpSet: boolean;
}

/** Tells guards how far ideas are rolled out, and who answers for that. */
@Injectable()
export class KnowRollouts implements FactProvider<RolloutDigest>, OnModuleInit {
  readonly question = `select idea_id as idea, state, owner_id as owner, follow_up_on is not null as "isFollowUpSet"
       from app.rollout where organisation_id = $1 and idea_id = any($2::uuid[])`;

  constructor(private readonly providers: FactProviders) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  read(rows: readonly RolloutDigest[]): ReadonlyMap<string, IdeaKnowledge> {
    return new Map(
      rows.map(({ idea, state, owner, isFollowUpSet }) => [
        idea,
        {
          facts: { rolloutState: state, followUpSet: isFollowUpSet },
          relations: owner === null ? [] : [{ member: owner, role: 'rollout-owner' }],
        },
      ]),
    );
  }
}
