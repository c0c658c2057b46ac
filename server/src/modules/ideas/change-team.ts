import { Injectable } from '@nestjs/common';
import type { MemberView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { isOneOf } from '../../workflow/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Idea } from './idea.entity.js';
import { EDITORS, mayRemove, rolesToward } from './idea.policy.js';
import { IdeasRepository } from './ideas.repository.js';
import { withLink } from './refusal-links.js';
import { TeamRepository } from './team.repository.js';

/** Who works on an idea: everybody may join; the team, its owner and the hub may add others. */
@Injectable()
export class ChangeTeam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly team: TeamRepository,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The member, if they are in the team. @throws NotFound otherwise. */
  read(actor: Actor, number: number, member: string): Promise<MemberView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideaOf(number);
      const found = (await this.team.ofIdea(idea.id)).includes(member) ? await this.members.find(member) : null;
      if (!found) throw new NotFound('This member of the team');
      return found;
    });
  }

  /** Adds a member; again changes nothing. @throws NotFound, Invalid for nobody of the organisation, Refused for who may not. */
  join(actor: Actor, number: number, member: string): Promise<MemberView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideaOf(number);
      const joining = await this.members.find(member);
      if (!joining || joining.roles.every((role) => role === 'resident')) {
        throw Invalid.field('member', 'not-a-member', 'This is no member of the organisation who could join a team.');
      }
      const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
      if (member !== actor.member && !isOneOf(rolesToward(idea, actor, inTeam, []), EDITORS)) throw this.refused(actor, idea, EDITORS);
      if (await this.team.add(idea.id, member, this.clock.now())) {
        await this.events.record({ kind: 'team-joined', idea, member: actor.member, data: { member } });
      }
      return joining;
    });
  }

  /** Takes a member out; again changes nothing. @throws NotFound, Refused for who may not, and for the owner. */
  leave(actor: Actor, number: number, member: string): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideaOf(number);
      if (!mayRemove(actor, idea, member)) throw this.refused(actor, idea, ['hub', 'owner']);
      if (idea.ownerId === member) throw new Refused([withLink({ code: 'not-owner', params: {} }, actor.organisation.slug, number)]);
      if (await this.team.remove(idea.id, member)) {
        await this.events.record({ kind: 'team-left', idea, member: actor.member, data: { member } });
      }
    });
  }

  private async ideaOf(number: number): Promise<Idea> {
    const idea = await this.ideas.lock({ number });
    if (!idea) throw new NotFound('This idea');
    return idea;
  }

  private refused(actor: Actor, idea: Idea, roles: readonly string[]): Refused {
    return new Refused([withLink({ code: 'role-in', params: { roles } }, actor.organisation.slug, idea.number)]);
  }
}
