import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { PlanRollout as Plan, RolloutView } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { GuardRefusal } from '../../workflow/index.js';
import { type Idea, withLink } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { AmendEffect } from './amend-effect.js';
import { OpenRollout } from './open-rollout.js';
import type { Rollout, RolloutFields } from './rollout.entity.js';
import { amendmentOf, inOrder, refusalsOfPlan, refusalsToAmend, refusalsToPlan } from './rollout.policy.js';
import { RolloutViews } from './rollout.view.js';
import { RolloutsRepository } from './rollouts.repository.js';
import { WatchFollowUp } from './watch-follow-up.js';

/** What is amended once the rollout has begun, by the names that clients know. */
const PROMISED: ReadonlySet<string> = new Set(['expectedEffect', 'followUpOn', 'unit']);

/** Plans how an idea comes into use, once scale-up said yes; later changes the plan, against the version its writer has seen. */
@Injectable()
export class PlanRollout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: OpenRollout,
    private readonly rollouts: RolloutsRepository,
    private readonly members: MembersRepository,
    private readonly watch: WatchFollowUp,
    private readonly amending: AmendEffect,
    private readonly events: EventLog,
    private readonly views: RolloutViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the rollout as it is now. @throws NotFound, VersionConflict with the current one, Refused, Invalid for an unknown owner and a milestone reached on a day to come. */
  plan(actor: Actor, number: number, input: Plan): Promise<RolloutView> {
    return this.work.run(actor.organisation.id, async () => {
      const opened = await this.opening.forChange(actor, number);
      const { idea, rollout, roles, scaledUp, past } = opened;
      if (rollout && rollout.version !== input.version) throw new VersionConflict(await this.views.one(rollout, opened, actor));
      const fields = fieldsOf(input);
      this.refuse(refusalsToPlan({ roles, scaledUp, state: rollout?.state ?? null }), actor, idea);
      this.refuse(refusalsOfPlan(rollout?.state ?? 'planned', past, fields), actor, idea);
      const amendment = amendmentOf(rollout, past, fields);
      this.refuse(refusalsToAmend(amendment, input.reason ?? null), actor, idea);
      await this.checkOwner(fields.ownerId);
      this.checkMilestones(input, actor);
      if (!rollout) await this.add(idea, fields, actor);
      else {
        await this.change(idea, rollout, fields, { actor, isAmended: amendment !== null });
        if (amendment) await this.amending.write(actor, { idea, rollout, amendment, reason: input.reason ?? '' });
      }
      // The new owner may be the asking person: what they are is looked up again.
      const now = await this.opening.forReading(actor, number);
      if (!now.rollout) throw new Error('The rollout was not written.');
      return this.views.one(now.rollout, now, actor);
    });
  }

  private async add(idea: Idea, fields: RolloutFields, actor: Actor): Promise<void> {
    const now = this.clock.now();
    await this.rollouts.insert({
      id: uuid(),
      organisationId: actor.organisation.id,
      ideaId: idea.id,
      version: 1,
      state: 'planned',
      ...fields,
      measuredValue: null,
      measuredOn: null,
      measuredNote: null,
      createdAt: now,
      updatedAt: now,
    });
    await this.events.record({
      kind: 'rollout-planned',
      idea,
      member: actor.member,
      to: 'planned',
      data: fields.ownerId === null ? {} : { owner: fields.ownerId },
      text: { after: fields },
    });
  }

  private async change(
    idea: Idea,
    rollout: Rollout,
    fields: RolloutFields,
    { actor, isAmended }: { readonly actor: Actor; readonly isAmended: boolean },
  ): Promise<void> {
    const changed = (Object.keys(fields) as (keyof RolloutFields)[]).filter((field) => !isDeepStrictEqual(fields[field], rollout[field]));
    if (changed.length === 0) return;
    await this.rollouts.update(rollout.id, { ...fields, version: rollout.version + 1, updatedAt: this.clock.now() });
    await this.watch.set({ ...rollout, ...fields }, idea, actor.organisation);
    // What is amended has an event of its own.
    const edited = [...new Set(changed.map(nameOf))].filter((name) => !isAmended || !PROMISED.has(name));
    if (edited.length === 0) return;
    await this.events.record({
      kind: 'rollout-edited',
      idea,
      member: actor.member,
      data: { fields: edited, ...(fields.ownerId === null ? {} : { owner: fields.ownerId }) },
      text: { before: Object.fromEntries(changed.map((field) => [field, rollout[field]])), after: fields },
    });
  }

  private async checkOwner(owner: string | null): Promise<void> {
    const member = owner === null ? null : await this.members.find(owner);
    if (owner !== null && (!member || member.roles.every((role) => role === 'resident'))) {
      throw Invalid.field('owner', 'not-a-member', 'This is no member of the organisation.');
    }
  }

  private checkMilestones({ milestones }: Plan, actor: Actor): void {
    const today = dayOf(this.clock.now(), actor.organisation.timeZone);
    const early = milestones.findIndex(({ doneOn }) => doneOn && doneOn > today);
    if (early >= 0) throw Invalid.field(`milestones.${early}.doneOn`, 'in-the-future', 'What has not happened yet is not done.');
  }

  private refuse(refusals: readonly GuardRefusal[], actor: Actor, idea: Idea): void {
    if (refusals.length > 0) throw new Refused(refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)));
  }
}

function fieldsOf({ unit, owner, milestones, expectedEffect, followUpOn }: Plan): RolloutFields {
  return {
    unit: unit || null,
    ownerId: owner ?? null,
    milestones: inOrder(milestones),
    effectValue: expectedEffect?.value ?? null,
    effectUnit: expectedEffect?.unit ?? null,
    effectBy: expectedEffect?.by ?? null,
    effectDirection: expectedEffect?.direction ?? 'at-least',
    followUpOn: followUpOn ?? null,
  };
}

/** The name that clients know a column by. */
function nameOf(field: keyof RolloutFields): string {
  if (field === 'ownerId') return 'owner';
  return field.startsWith('effect') ? 'expectedEffect' : field;
}
