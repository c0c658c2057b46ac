import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type EngagementView, LIMITS, type RecordEngagement as Recorded } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { type ActorRole, isOneOf } from '../../workflow/index.js';
import { FactProviders, PathwaysRepository } from '../pathways/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Engagement } from './engagement.entity.js';
import { engagementView } from './engagement.view.js';
import { EngagementsRepository } from './engagements.repository.js';
import type { Idea } from './idea.entity.js';
import { rolesToward } from './idea.policy.js';
import { IdeasRepository } from './ideas.repository.js';
import { withLink } from './refusal-links.js';
import { TeamRepository } from './team.repository.js';

/** Who may say that residents or users were involved. */
const RECORDERS = ['team', 'hub', 'submitter'] as const satisfies readonly ActorRole[];

/** Records that residents or users were involved, in the step on which the idea stands. */
@Injectable()
export class RecordEngagement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly team: TeamRepository,
    private readonly engagements: EngagementsRepository,
    private readonly providers: FactProviders,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Refused for who may not, Invalid for a day to come, another idea's experiment, or too many. */
  record(actor: Actor, number: number, input: Recorded): Promise<EngagementView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      await this.check(actor, idea, input);
      const engagement: Engagement = {
        id: uuid(),
        organisationId: actor.organisation.id,
        ideaId: idea.id,
        experimentId: input.experiment ?? null,
        step: idea.step,
        on: input.on,
        who: input.who,
        count: input.count ?? null,
        how: input.how,
        heard: input.heard,
        memberId: actor.member,
        at: this.clock.now(),
      };
      await this.engagements.add(engagement);
      await this.events.record({
        kind: 'engagement-recorded',
        idea,
        member: actor.member,
        data: {
          engagement: engagement.id,
          step: idea.step,
          ...(engagement.count === null ? {} : { count: engagement.count }),
          ...(engagement.experimentId === null ? {} : { experiment: engagement.experimentId }),
        },
        text: { who: engagement.who },
      });
      const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
      return engagementView(engagement, definition, await this.members.people([actor.member], actor.language), actor.language);
    });
  }

  private async check(actor: Actor, idea: Idea, input: Recorded): Promise<void> {
    const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
    if (!isOneOf(rolesToward(idea, actor, inTeam, []), RECORDERS)) {
      throw new Refused([withLink({ code: 'role-in', params: { roles: RECORDERS } }, actor.organisation.slug, idea.number)]);
    }
    if (input.on > dayOf(this.clock.now(), actor.organisation.timeZone)) {
      throw Invalid.field('on', 'in-the-future', 'What has not happened yet cannot be recorded.');
    }
    const known = (await this.providers.know([idea.id])).get(idea.id);
    if (input.experiment && !known?.experiments.includes(input.experiment)) {
      throw Invalid.field('experiment', 'unknown-value', 'This idea has no such experiment.');
    }
    if ((await this.engagements.count(idea.id)) >= LIMITS.notes) {
      throw Invalid.field('body', 'too-many', `At most ${LIMITS.notes} engagements of one idea are possible.`);
    }
  }
}
