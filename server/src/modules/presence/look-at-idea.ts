import { Injectable } from '@nestjs/common';
import type { PresenceView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
import { LiveBus } from '../../platform/live/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { IdeasRepository } from '../ideas/index.js';
import { PresenceRepository } from './presence.repository.js';
import { presenceOf } from './presence.view.js';

/** Somebody has an idea open, or leaves it. It is no event, and is kept nowhere. */
@Injectable()
export class LookAtIdea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly presence: PresenceRepository,
    private readonly bus: LiveBus,
  ) {}

  /** A sign of life; gives the others who look. @throws NotFound */
  look(actor: Actor, number: number, tab: string): Promise<PresenceView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.row(number);
      if (!idea) throw new NotFound('This idea');
      const [isNew, lookers] = await Promise.all([
        this.presence.note({ member: actor.member, tab }, idea.id),
        this.presence.lookers(idea.id),
      ]);
      if (isNew) this.announce(actor);
      return presenceOf(lookers, actor.member);
    });
  }

  /** Leaves; again changes nothing, nor does leaving an idea that was never there. */
  leave(actor: Actor, number: number, tab: string): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      if (await this.presence.forget({ member: actor.member, tab }, number)) this.announce(actor);
    });
  }

  /** Where that message is lost, the streams notice a little later by themselves. */
  private announce({ organisation }: Actor): void {
    this.work.afterCommit(() => void this.bus.announce({ organisation: organisation.id, looking: true }).catch(() => undefined));
  }
}
