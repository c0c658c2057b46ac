import { Injectable } from '@nestjs/common';
import { ExperimentEvidence } from '../experiments/index.js';
import { type Idea, TeamRepository, TrailRepository } from '../ideas/index.js';
import type { IdeaEvidence } from './evidence.js';

/** Gathers what is true of an idea now, as far as decisions may rest on it. */
@Injectable()
export class GatherEvidence {
  constructor(
    private readonly team: TeamRepository,
    private readonly trail: TrailRepository,
    private readonly experiments: ExperimentEvidence,
  ) {}

  async of(idea: Idea): Promise<IdeaEvidence> {
    const experiments = await this.experiments.ofIdea(idea.id);
    const lessons = await this.trail.lessons(idea.id);
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
      lesson: lessons.map(({ observed, learned, therefore, at, member, experiment }) => ({
        experiment: experiments.find((it) => it.id === experiment)?.number ?? null,
        observed,
        learned,
        therefore,
        at: at.toISOString(),
        member,
      })),
      // Nobody can record an engagement yet.
      engagement: 0,
    };
  }
}
