import { Injectable } from '@nestjs/common';
import { IDEA_TEXTS, type EditIdea as Edit, type IdeaText, type IdeaView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import { type Actor, isHub } from '../../platform/tenancy/index.js';
import { type ActorRole, isOneOf } from '../../workflow/index.js';
import { FindChallenges } from '../challenges/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Idea } from './idea.entity.js';
import { EDITORS, rolesToward } from './idea.policy.js';
import { IdeaViews } from './idea.view.js';
import { IdeasRepository } from './ideas.repository.js';
import { withLink } from './refusal-links.js';
import { TeamRepository } from './team.repository.js';

type Editable = Partial<Pick<Idea, 'title' | 'need' | 'language' | 'tags' | 'ownerId' | 'challengeId' | IdeaText>>;

/** Fields that clients know by another name. */
const NAMES: Readonly<Record<string, string>> = { ownerId: 'owner', challengeId: 'challenge' };

/** Changes what an idea says, against the version its writer has seen. */
@Injectable()
export class EditIdea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly team: TeamRepository,
    private readonly members: MembersRepository,
    private readonly challenges: FindChallenges,
    private readonly events: EventLog,
    private readonly views: IdeaViews,
    private readonly clock: Clock,
  ) {}

  /** Gives the idea as it is now. @throws NotFound, VersionConflict with the current idea, Refused, Invalid for an unknown owner or challenge. */
  edit(actor: Actor, number: number, input: Edit): Promise<IdeaView> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.hold(number);
      if (idea.version !== input.version) throw new VersionConflict(await this.views.whole(idea, actor));
      return this.views.whole(await this.write(idea, actor, input), actor);
    });
  }

  /** Changes what overwrites nobody's text, whatever the version. @throws NotFound, Refused, Invalid for an unknown owner. */
  adjust(actor: Actor, number: number, how: (idea: Idea) => Pick<Edit, 'owner' | 'tags'>): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.hold(number);
      await this.write(idea, actor, how(idea));
    });
  }

  private async hold(number: number): Promise<Idea> {
    const idea = await this.ideas.lock({ number });
    if (!idea) throw new NotFound('This idea');
    return idea;
  }

  private async write(idea: Idea, actor: Actor, input: Omit<Edit, 'version'>): Promise<Idea> {
    await this.mayEdit(idea, actor);
    const changes = changesOf(idea, input);
    const names = Object.keys(changes);
    if (names.length === 0) return idea;
    await this.checkOwner(changes.ownerId);
    const questions = await this.questions(idea, changes, actor);
    const after = { ...changes, ...pastOwnersOf(idea, changes), version: idea.version + 1, updatedAt: this.clock.now() };
    const edited: Idea = { ...idea, ...after };
    await this.ideas.update(idea.id, after);
    // An owner works on the idea: they belong to its team.
    if (changes.ownerId) await this.team.add(idea.id, changes.ownerId, edited.updatedAt);
    await this.events.record({
      kind: 'idea-edited',
      idea: edited,
      member: actor.member,
      data: {
        fields: names.map((name) => NAMES[name] ?? name),
        ...(changes.ownerId ? { member: changes.ownerId } : {}),
      },
      text: { before: { ...pick(idea, names), ...questions.before }, after: { ...pick(edited, names), ...questions.after } },
    });
    return edited;
  }

  private async mayEdit(idea: Idea, actor: Actor): Promise<void> {
    const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
    if (isOneOf(rolesToward(idea, actor, inTeam, []), EDITORS)) return;
    this.refuse(idea, actor, EDITORS);
  }

  private refuse({ number }: Idea, { organisation }: Actor, roles: readonly ActorRole[]): never {
    throw new Refused([withLink({ code: 'role-in', params: { roles } }, organisation.slug, number)]);
  }

  /** What the challenges ask that an idea answered until now and answers from now on, as its history says it; the hub alone changes them. */
  private async questions(idea: Idea, { challengeId }: Editable, actor: Actor) {
    if (challengeId === undefined) return {};
    if (!isHub(actor)) this.refuse(idea, actor, ['hub']);
    const { before, after } = { before: idea.challengeId, after: challengeId };
    const known = await this.challenges.named([before, after]);
    if (after !== null && !known.has(after)) throw Invalid.field('challenge', 'unknown-value', 'There is no such challenge.');
    const asks = (id: string | null) => ({ challenge: id === null ? null : (known.get(id)?.question ?? null) });
    return { before: asks(before), after: asks(after) };
  }

  private async checkOwner(owner: string | null | undefined): Promise<void> {
    if (!owner) return;
    const member = await this.members.find(owner);
    // Residents are guests: they may submit, but nobody's work hangs on them.
    if (!member || member.roles.every((role) => role === 'resident')) {
      throw Invalid.field('owner', 'not-a-member', 'This is no member of the organisation who could own an idea.');
    }
  }
}

function changesOf(idea: Idea, input: Omit<Edit, 'version'>): Editable {
  const wanted: Editable = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.need === undefined ? {} : { need: input.need }),
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(input.tags === undefined ? {} : { tags: [...new Set(input.tags)] }),
    ...(input.owner === undefined ? {} : { ownerId: input.owner }),
    ...(input.challenge === undefined ? {} : { challengeId: input.challenge }),
  };
  for (const key of IDEA_TEXTS) if (input[key] !== undefined) wanted[key] = input[key] || null;
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => JSON.stringify(idea[key as keyof Idea]) !== JSON.stringify(value)),
  );
}

/** An owner who hands the idea on stays known: they never decide on it. */
function pastOwnersOf(idea: Idea, { ownerId }: Editable): Partial<Pick<Idea, 'pastOwners'>> {
  if (ownerId === undefined || idea.ownerId === null) return {};
  return { pastOwners: [...new Set([...idea.pastOwners, idea.ownerId])] };
}

/** These fields as they are kept in the event; of a challenge that is what it asks. */
function pick(idea: Idea, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name !== 'challengeId').map((name) => [name, idea[name as keyof Idea]]));
}
