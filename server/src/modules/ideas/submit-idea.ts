import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { IdeaView, SubmitIdea as Submission } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { Timers } from '../../platform/timers/index.js';
import { FindChallenges } from '../challenges/index.js';
import { FirstStep } from './first-step.js';
import type { Idea } from './idea.entity.js';
import { IdeaViews } from './idea.view.js';
import { IdeasRepository } from './ideas.repository.js';
import { rankBetween } from './rank.js';
import { TeamRepository } from './team.repository.js';

/** Submits an idea: it stands on the first step of the organisation's pathway, with the promise of an answer. */
@Injectable()
export class SubmitIdea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly team: TeamRepository,
    private readonly first: FirstStep,
    private readonly challenges: FindChallenges,
    private readonly events: EventLog,
    private readonly timers: Timers,
    private readonly views: IdeaViews,
    private readonly clock: Clock,
  ) {}

  /** @throws Invalid for a challenge that is unknown or not open. */
  submit(actor: Actor, input: Submission): Promise<IdeaView> {
    return this.work.run(actor.organisation.id, async () => {
      const now = this.clock.now();
      const [{ pathway, version, step, due }, [number]] = await Promise.all([
        this.first.of(actor.organisation, now),
        this.ideas.nextNumbers(1),
        input.challenge !== undefined && this.challenges.open(input.challenge, actor),
      ]);
      if (number === undefined) throw new Error('There is no next number.');
      const { below } = await this.ideas.gap(pathway, step, undefined, actor.member);
      const idea: Idea = {
        id: uuid(),
        organisationId: actor.organisation.id,
        number,
        pathway,
        pathwayVersion: version,
        step,
        cameFrom: null,
        stepSince: now,
        rank: rankBetween(null, below),
        version: 1,
        language: input.language ?? actor.language,
        title: input.title,
        need: input.need,
        proposal: input.proposal || null,
        beneficiaries: input.beneficiaries || null,
        effectGoal: input.effectGoal || null,
        schedule: input.schedule || null,
        costEstimate: input.costEstimate || null,
        testGroup: input.testGroup || null,
        partners: input.partners || null,
        tags: [...new Set(input.tags)],
        submitterId: actor.member,
        ownerId: null,
        pastOwners: [],
        due,
        returnOn: null,
        mergedInto: null,
        challengeId: input.challenge ?? null,
        createdAt: now,
        updatedAt: now,
      };
      // Written first and read after it, all at once.
      const [, view] = await Promise.all([this.write(idea, input.joinTeam !== false, now), this.views.whole(idea, actor)]);
      return view;
    });
  }

  private write(idea: Idea, joins: boolean, now: Date): Promise<unknown> {
    const { submitterId: member, pathway, step, due } = idea;
    return Promise.all([
      this.ideas.insert(idea),
      joins && member !== null && this.team.add(idea.id, member, now),
      this.timers.set('step-due', idea.id, due),
      this.events.record({
        kind: 'idea-submitted',
        idea,
        member,
        to: step,
        data: { pathway, ...(due === null ? {} : { due: due.toISOString() }) },
      }),
    ]);
  }
}
