import { Injectable } from '@nestjs/common';
import type { RolloutView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { available } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { OpenedRollout } from './open-rollout.js';
import type { Rollout } from './rollout.entity.js';
import { ROLLOUT_GUARDS, ROLLOUT_MACHINE } from './rollout.machine.js';
import { effectOf, isFollowUpOverdue, isReached, measuredOf, milestonesOn, refusalsToPlan, rolloutFacts } from './rollout.policy.js';

/** Shows a rollout to a member. */
@Injectable()
export class RolloutViews {
  constructor(
    private readonly members: MembersRepository,
    private readonly clock: Clock,
  ) {}

  async one(rollout: Rollout, { idea, roles, scaledUp }: Omit<OpenedRollout, 'rollout'>, actor: Actor): Promise<RolloutView> {
    const { version, state, unit, ownerId, followUpOn } = rollout;
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const people = await this.members.people([ownerId], actor.language);
    const facts = rolloutFacts(rollout, { roles, ideaStep: idea.step });
    return {
      version,
      state,
      unit,
      owner: ownerId === null ? null : (people.get(ownerId) ?? null),
      milestones: milestonesOn(rollout, today),
      expectedEffect: effectOf(rollout),
      followUpOn,
      overdue: isFollowUpOverdue(rollout, today),
      measuredEffect: measuredOf(rollout),
      effectReached: isReached(rollout),
      availableTransitions: available(ROLLOUT_MACHINE, ROLLOUT_GUARDS, { step: state, cameFrom: null }, facts).map(
        ({ transition, to, refusals }) => ({
          to,
          asks: [...transition.asks],
          refusals: refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)),
        }),
      ),
      mayEdit: refusalsToPlan({ roles, scaledUp, state }).length === 0,
    };
  }
}
