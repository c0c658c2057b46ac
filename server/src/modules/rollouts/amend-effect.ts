import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { Idea } from '../ideas/index.js';
import { EffectAmendmentsRepository } from './effect-amendments.repository.js';
import type { Rollout } from './rollout.entity.js';
import type { PromiseChange } from './rollout.policy.js';

/** An amendment as it is to be written. */
interface Amended {
  readonly idea: Idea;
  readonly rollout: Pick<Rollout, 'id' | 'ownerId'>;
  readonly amendment: PromiseChange;
  readonly reason: string;
}

/** Writes down that a rollout that has begun promises something else: what was promised stays, with who, when and why. */
@Injectable()
export class AmendEffect {
  constructor(
    private readonly amendments: EffectAmendmentsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Part of the transaction under way. */
  async write(actor: Actor, { idea, rollout, amendment, reason }: Amended): Promise<void> {
    const { before, after } = amendment;
    await this.amendments.add({ id: uuid(), rolloutId: rollout.id, before, after, reason, memberId: actor.member, at: this.clock.now() });
    await this.events.record({
      kind: 'rollout-amended',
      idea,
      member: actor.member,
      data: { rollout: rollout.id, ...(rollout.ownerId === null ? {} : { owner: rollout.ownerId }) },
      text: { reason, before, after },
    });
  }
}
