import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { ActorRole } from '../../workflow/index.js';
import { type Idea, IdeasRepository, rolesToward, TeamRepository } from '../ideas/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import type { Rollout } from './rollout.entity.js';
import { isScaledUp, pastOf, type RolloutPast } from './rollout.policy.js';
import { RolloutsRepository } from './rollouts.repository.js';

/** An idea with its rollout, and what the actor is to both. */
export interface OpenedRollout {
  readonly idea: Idea;
  readonly rollout: Rollout | null;
  readonly roles: readonly ActorRole[];
  readonly scaledUp: boolean;
  readonly past: RolloutPast;
}

/** Opens the rollout of an idea. */
@Injectable()
export class OpenRollout {
  constructor(
    private readonly ideas: IdeasRepository,
    private readonly rollouts: RolloutsRepository,
    private readonly team: TeamRepository,
    private readonly pathways: PathwaysRepository,
    private readonly events: EventLog,
  ) {}

  /** Part of the transaction under way. @throws NotFound for the idea. */
  async forReading(actor: Actor, number: number): Promise<OpenedRollout> {
    return this.around(actor, await this.ideas.find(number));
  }

  /** Part of the transaction under way: the idea is the lock of all that belongs to it. @throws NotFound for the idea. */
  async forChange(actor: Actor, number: number): Promise<OpenedRollout> {
    return this.around(actor, await this.ideas.lock({ number }));
  }

  private async around(actor: Actor, idea: Idea | null): Promise<OpenedRollout> {
    if (!idea) throw new NotFound('This idea');
    const rollout = await this.rollouts.ofIdea(idea.id);
    const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const moves = rollout ? await this.events.recorded(idea.id, ['rollout-moved'], { rollout: rollout.id }) : [];
    return {
      idea,
      rollout,
      roles: rolesToward(idea, actor, inTeam, rollout?.ownerId === actor.member ? ['rollout-owner'] : []),
      scaledUp: isScaledUp(definition, idea),
      past: pastOf(rollout?.state ?? 'planned', moves),
    };
  }
}
