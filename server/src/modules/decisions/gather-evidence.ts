import { Injectable } from '@nestjs/common';
import { ExperimentEvidence } from '../experiments/index.js';
import { EngagementsRepository, type Idea, TeamRepository, TrailRepository } from '../ideas/index.js';
import type { IdeaEvidence } from './evidence.js';

/** Gathers what is true of an idea now, as far as decisions may rest on it. */
@Injectable()
export class GatherEvidence {
  constructor(
    private readonly team: TeamRepository,
    private readonly trail: TrailRepository,
    private readonly engagements: EngagementsRepository,
    private readonly experiments: ExperimentEvidence,
  ) {}

  /** @param decidedAt when the decision that rests on it was made: a lesson that came with it or after it is none of its evidence */
  async of(idea: Idea, decidedAt: Date | null): Promise<IdeaEvidence> {
    const experiments = await this.experiments.ofIdea(idea.id);
    const lessons = (await this.trail.lessons(idea.id)).filter(({ at }) => decidedAt === null || at < decidedAt);
    return {
      texts: {
        need: idea.need,
        proposal: idea.proposal,
        beneficiaries: idea.beneficiaries,
        'effect-goal': idea.effectGoal,
        schedule: idea.schedule,
        'cost-estimate': idea.costEstimate,
        'test-group': idea.testGroup,
        partners: idea.partners,
      },
      team: await this.team.ofIdea(idea.id),
      experiments,
      lesson: lessons.map(({ observed, learned, therefore, saved, at, member, experiment }) => ({
        experiment: experiments.find((it) => it.id === experiment)?.number ?? null,
        observed,
        learned,
        therefore,
        saved,
        at: at.toISOString(),
        member,
      })),
      engagement: await this.engagements.count(idea.id),
    };
  }
}
