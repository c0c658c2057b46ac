import { Injectable } from '@nestjs/common';
import type { MoveRollout as Move, RolloutView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { attempt } from '../../workflow/index.js';
import { withLink } from '../ideas/index.js';
import { OpenRollout } from './open-rollout.js';
import { ROLLOUT_GUARDS, ROLLOUT_MACHINE } from './rollout.machine.js';
import type { Rollout } from './rollout.entity.js';
import { rolloutFacts, type RolloutPast } from './rollout.policy.js';
import { RolloutViews } from './rollout.view.js';
import { RolloutsRepository } from './rollouts.repository.js';
import { WatchFollowUp } from './watch-follow-up.js';

type MeasuredFields = Pick<Rollout, 'measuredValue' | 'measuredOn' | 'measuredNote'>;

/** Moves a rollout: begun, put into use, followed up with its measured effect, or withdrawn with a reason. */
@Injectable()
export class MoveRollout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenRollout,
    private readonly rollouts: RolloutsRepository,
    private readonly watch: WatchFollowUp,
    private readonly events: EventLog,
    private readonly views: RolloutViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the rollout as it is now. @throws NotFound, VersionConflict with the current one, Refused, Invalid for an unknown state and for a day to come or before it was in use. */
  move(actor: Actor, number: number, input: Move): Promise<RolloutView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.forChange(actor, number);
      const { idea, rollout, roles } = opened;
      if (!rollout) throw new NotFound('This rollout');
      if (rollout.version !== input.version) throw new VersionConflict(await this.views.one(rollout, opened, actor));
      const facts = {
        ...rolloutFacts(rollout, { roles, ideaStep: idea.step }),
        reason: input.reason ?? null,
        effectMeasured: input.measuredEffect !== undefined,
      };
      const verdict = attempt(ROLLOUT_MACHINE, ROLLOUT_GUARDS, { step: rollout.state, cameFrom: null }, input.to, facts);
      if (!verdict.accepted) {
        if (verdict.unknownStep) throw Invalid.field('to', 'unknown-step', 'Rollouts have no such state.');
        throw new Refused(verdict.refusals.map((refusal) => withLink(refusal, actor.organisation.slug, number)));
      }
      const effect = verdict.transition.asks.includes('measuredEffect') ? this.effectIn(input, opened.past, actor) : null;
      const moved: Rollout = { ...rollout, ...effect, state: verdict.to, version: rollout.version + 1, updatedAt: this.clock.now() };
      await this.rollouts.update(rollout.id, moved);
      await this.watch.set(moved, idea, actor.organisation);
      await this.events.record({
        kind: 'rollout-moved',
        idea,
        member: actor.member,
        from: rollout.state,
        to: verdict.to,
        data: { rollout: rollout.id },
        text: textOf(input, effect && { ...effect, effectUnit: rollout.effectUnit }),
      });
      // The move itself says when it came into use.
      return this.views.one(moved, await this.opening.forReading(actor, number), actor);
    });
  }

  private effectIn({ measuredEffect }: Move, { inUseAt }: RolloutPast, actor: Actor): MeasuredFields | null {
    if (!measuredEffect) return null;
    const { timeZone } = actor.organisation;
    if (measuredEffect.on > dayOf(this.clock.now(), timeZone)) {
      throw Invalid.field('measuredEffect.on', 'in-the-future', 'What has not happened yet cannot have been measured.');
    }
    if (inUseAt && measuredEffect.on < dayOf(inUseAt, timeZone)) {
      throw Invalid.field('measuredEffect.on', 'before-in-use', 'It was not in use yet on this day.');
    }
    return { measuredValue: measuredEffect.value, measuredOn: measuredEffect.on, measuredNote: measuredEffect.note || null };
  }
}

function textOf({ reason }: Move, effect: (MeasuredFields & Pick<Rollout, 'effectUnit'>) | null): Record<string, unknown> | undefined {
  const text = { ...(reason ? { reason } : {}), ...effect };
  return Object.keys(text).length > 0 ? text : undefined;
}
