import { Injectable } from '@nestjs/common';
import type { AvailableTransition, Check, IdeaCard, IdeaView, Language, PersonView, Station } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { type Actor, isHub } from '../../platform/tenancy/index.js';
import { available, checks, isOneOf, nextForward, type PathwayDefinition, stepOf } from '../../workflow/index.js';
import { FindChallenges } from '../challenges/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PATHWAY_GUARDS, PathwaysRepository } from '../pathways/index.js';
import type { Idea, IdeaRow } from './idea.entity.js';
import { IdeaKnowledgeGatherer, type Known } from './idea-knowledge.js';
import { FollowersRepository } from './followers.repository.js';
import { EDITORS } from './idea.policy.js';
import { withLink } from './refusal-links.js';
import { stationsOf } from './stations.js';
import { type Step, TrailRepository } from './trail.repository.js';

/** Conditions that are shown only while they are in the way. */
const QUIET: ReadonlySet<string> = new Set<Check['code']>(['role-in', 'within-wip-limit']);

/** Shows ideas to a member: as cards, or whole. */
@Injectable()
export class IdeaViews {
  constructor(
    private readonly gatherer: IdeaKnowledgeGatherer,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
    private readonly trail: TrailRepository,
    private readonly followers: FollowersRepository,
    private readonly challenges: FindChallenges,
    private readonly clock: Clock,
  ) {}

  /** Cards, in the same order; the number of queries does not grow with them. */
  async cards(ideas: readonly (Idea | IdeaRow)[], actor: Actor): Promise<IdeaCard[]> {
    const [known, people] = await Promise.all([
      this.gatherer.gather(ideas, { actor, as: [] }, actor.organisation.timeZone),
      this.peopleOn(ideas, actor),
    ]);
    const cards: IdeaCard[] = [];
    for (const idea of ideas) {
      const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
      cards.push(this.card(idea, definition, known.get(idea.id), people, actor));
    }
    return cards;
  }

  /** The card of an idea. */
  async one(idea: Idea, actor: Actor): Promise<IdeaCard> {
    const [card] = await this.cards([idea], actor);
    if (!card) throw new Error('The idea has no card.');
    return card;
  }

  /** The people who stand on the cards of these ideas. */
  peopleOn(ideas: readonly Pick<Idea, 'submitterId' | 'ownerId'>[], actor: Actor): Promise<ReadonlyMap<string, PersonView>> {
    return this.members.people(
      ideas.flatMap((idea) => [idea.submitterId, idea.ownerId]),
      actor.language,
    );
  }

  /** The card of an idea that was just moved, from what was known of it for the move: of that a move changes nothing. */
  async moved(idea: Idea, known: Known | undefined, people: ReadonlyMap<string, PersonView>, actor: Actor): Promise<IdeaCard> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    return this.card(idea, definition, known, people, actor);
  }

  /** An idea with all that its page shows. */
  async whole(idea: Idea, actor: Actor): Promise<IdeaView> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const [gathered, lessons, origin, steps, standing, challenges] = await Promise.all([
      this.gatherer.gather([idea], { actor, as: [] }, actor.organisation.timeZone),
      this.trail.lessons(idea.id),
      this.trail.origin(idea.id),
      this.trail.steps(idea.id),
      this.followers.standing(idea.id, actor.member),
      this.challenges.named([idea.challengeId]),
    ]);
    const known = gathered.get(idea.id);
    const team = known?.team ?? [];
    const people = await this.members.people(
      [idea.submitterId, idea.ownerId, ...team, ...lessons.map((lesson) => lesson.member)],
      actor.language,
    );
    return {
      ...this.card(idea, definition, known, people, actor),
      pathway: idea.pathway,
      need: idea.need,
      proposal: idea.proposal,
      beneficiaries: idea.beneficiaries,
      effectGoal: idea.effectGoal,
      schedule: idea.schedule,
      costEstimate: idea.costEstimate,
      testGroup: idea.testGroup,
      partners: idea.partners,
      team: team.flatMap((member) => people.get(member) ?? []),
      ...standing,
      returnOn: idea.returnOn,
      mergedInto: idea.mergedInto,
      challenge: idea.challengeId === null ? null : (challenges.get(idea.challengeId) ?? null),
      lessons: lessons.map(({ observed, learned, therefore, saved, at, member }) => ({
        observed,
        learned,
        therefore,
        saved,
        at: at.toISOString(),
        by: personOf(people, member),
      })),
      origin,
      path: path(idea, definition, steps, actor.language),
      next: this.next(idea, definition, known, actor),
      mayEdit: isOneOf(known?.roles, EDITORS),
    };
  }

  private card(
    idea: Idea | IdeaRow,
    definition: PathwayDefinition,
    known: Known | undefined,
    people: ReadonlyMap<string, PersonView>,
    actor: Actor,
  ): IdeaCard {
    return {
      number: idea.number,
      title: idea.title,
      language: idea.language,
      step: idea.step,
      stepName: stepOf(definition, idea.step)?.names?.[actor.language] ?? idea.step,
      version: idea.version,
      due: idea.due?.toISOString() ?? null,
      overdue: idea.due !== null && idea.due < this.clock.now(),
      tags: idea.tags,
      submitter: personOf(people, idea.submitterId),
      owner: personOf(people, idea.ownerId),
      teamSize: known?.team.length ?? 0,
      createdAt: idea.createdAt.toISOString(),
      stepSince: idea.stepSince.toISOString(),
      updatedAt: idea.updatedAt.toISOString(),
      marks: [...(known?.marks ?? [])],
      availableTransitions: this.transitions(idea, definition, known, actor),
    };
  }

  private transitions(idea: Idea | IdeaRow, definition: PathwayDefinition, known: Known | undefined, actor: Actor): AvailableTransition[] {
    return available(definition, PATHWAY_GUARDS, { step: idea.step, cameFrom: idea.cameFrom }, known?.facts ?? {}).map(
      ({ transition, to, refusals }) => ({
        to,
        name: transition.names[actor.language],
        direction: transition.direction,
        decision: transition.decision ?? null,
        asks: [...transition.asks],
        refusals: refusals.map((refusal) => withLink(refusal, actor.organisation.slug, idea.number)),
      }),
    );
  }

  private next(idea: Idea, definition: PathwayDefinition, known: Known | undefined, actor: Actor): IdeaView['next'] {
    const transition = nextForward(definition, idea.step);
    if (!transition) return null;
    const conditions: Check[] = checks(
      definition,
      PATHWAY_GUARDS,
      { step: idea.step, cameFrom: idea.cameFrom },
      transition.to,
      known?.facts ?? {},
    ).map(({ met, ...refusal }) => ({ ...withLink(refusal, actor.organisation.slug, idea.number), met }));
    // Who may is no condition to work on; to the hub it is met, to others it says whom to ask. Room is worth a word when there is none.
    const shown = conditions.filter(({ code, met }) => (code !== 'role-in' || !isHub(actor)) && (!met || !QUIET.has(code)));
    return { to: transition.to, name: transition.names[actor.language], decision: transition.decision ?? null, checks: shown };
  }
}

function personOf(people: ReadonlyMap<string, PersonView>, member: string | null): PersonView | null {
  return member === null ? null : (people.get(member) ?? null);
}

/** The stations of an idea's path, with when it came and went. */
function path(idea: Idea, definition: PathwayDefinition, steps: readonly Step[], language: Language): Station[] {
  return stationsOf(idea, definition, language).map(({ step, name, state }, index) => {
    const entered = steps.findLast((it) => it.to === step)?.at ?? (index === 0 ? idea.createdAt : null);
    const left = steps.findLast((it) => it.from === step)?.at ?? null;
    return {
      step,
      name,
      state,
      // What was imported further on was never decided here.
      gate: state === 'done' && left === null ? null : (nextForward(definition, step)?.decision ?? null),
      enteredAt: state === 'ahead' ? null : (entered?.toISOString() ?? null),
      leftAt: state === 'done' || state === 'left' ? (left?.toISOString() ?? null) : null,
    };
  });
}
