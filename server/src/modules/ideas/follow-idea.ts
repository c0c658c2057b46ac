import { Injectable } from '@nestjs/common';
import type { Standing } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type Bystander, FollowersRepository } from './followers.repository.js';
import { IdeasRepository } from './ideas.repository.js';

/**
 * Follows an idea, or supports it; only by one's own word: who submits, comments or supports does not follow by that. It is no event: the
 * idea's history is about the idea.
 */
@Injectable()
export class FollowIdea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly followers: FollowersRepository,
    private readonly clock: Clock,
  ) {}

  /** Becomes one; again changes nothing. @throws NotFound */
  become(actor: Actor, as: Bystander, number: number): Promise<Standing> {
    return this.changed(actor, number, (idea) => this.followers.add(as, idea, actor.member, this.clock.now()));
  }

  /** Is one no more; again changes nothing. @throws NotFound */
  cease(actor: Actor, as: Bystander, number: number): Promise<Standing> {
    return this.changed(actor, number, (idea) => this.followers.remove(as, idea, actor.member));
  }

  private changed(actor: Actor, number: number, change: (idea: string) => Promise<void>): Promise<Standing> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.row(number);
      if (!idea) throw new NotFound('This idea');
      // In this order: what is written is counted.
      const [, standing] = await Promise.all([change(idea.id), this.followers.standing(idea.id, actor.member)]);
      return standing;
    });
  }
}
