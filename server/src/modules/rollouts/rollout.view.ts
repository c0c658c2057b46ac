import { Injectable } from '@nestjs/common';
import type { EffectAmendmentView, PersonView, RolloutPromise, RolloutView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { available } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { EffectAmendment, KeptPromise } from './effect-amendment.entity.js';
import { EffectAmendmentsRepository } from './effect-amendments.repository.js';
import type { OpenedRollout } from './open-rollout.js';
import type { Rollout } from './rollout.entity.js';
import { RolloutsRepository } from './rollouts.repository.js';
import { ROLLOUT_GUARDS, ROLLOUT_MACHINE } from './rollout.machine.js';
import {
  effectOf,
  isEffectOverdue,
  isFollowUpOverdue,
  isReached,
  isReachedLate,
  measuredOf,
  milestonesOn,
  refusalsToPlan,
  rolloutFacts,
} from './rollout.policy.js';

/** Shows a rollout to a member. */
@Injectable()
export class RolloutViews {
  constructor(
    private readonly members: MembersRepository,
    private readonly rollouts: RolloutsRepository,
    private readonly amendments: EffectAmendmentsRepository,
    private readonly clock: Clock,
  ) {}

  async one(rollout: Rollout, { idea, roles, scaledUp, past }: Omit<OpenedRollout, 'rollout'>, actor: Actor): Promise<RolloutView> {
    const { version, state, unit, ownerId, followUpOn } = rollout;
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const [amendments, isDecided] = await Promise.all([this.amendments.ofRollouts([rollout.id]), this.rollouts.isDecided(idea.id)]);
    const people = await this.members.people([ownerId, ...amendments.map(({ memberId }) => memberId)], actor.language);
    const facts = rolloutFacts(rollout, { roles, ideaStep: idea.step });
    return {
      version,
      state,
      unit,
      owner: ownerId === null ? null : (people.get(ownerId) ?? null),
      milestones: milestonesOn(rollout, today),
      expectedEffect: effectOf(rollout),
      amendments: amendments.map((it) => amendmentView(it, people)),
      effectLocked: past.begun,
      inUseSince: past.inUseAt && dayOf(past.inUseAt, actor.organisation.timeZone),
      followUpOn,
      overdue: isFollowUpOverdue(rollout, today),
      measuredEffect: measuredOf(rollout),
      effectReached: isReached(rollout),
      reachedLate: isReachedLate(rollout),
      effectOverdue: isEffectOverdue(rollout, today),
      undecided: !isDecided,
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

/** Shows what was expected before and after, and who changed it. */
export function amendmentView(amendment: EffectAmendment, people: ReadonlyMap<string, PersonView>): EffectAmendmentView {
  const { number, at, memberId, reason, before, after } = amendment;
  return { number, at: at.toISOString(), by: people.get(memberId) ?? null, reason, before: promiseView(before), after: promiseView(after) };
}

function promiseView(kept: KeptPromise): RolloutPromise {
  return { followUpOn: null, receivingUnit: null, ...kept };
}
