import { inject, Injectable } from '@angular/core';
import type { RolloutView } from '#contracts';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { OpenIdea } from '../open-idea';
import { planIn, type Plan } from './rollout-plan';

const isRollout = (current: unknown): current is RolloutView =>
  typeof current === 'object' && current !== null && 'milestones' in current && 'version' in current;

const mostTries = 3;

/** Writes the plan of the rollout. Where others were quicker, the change is made again to what they wrote. */
@Injectable()
export class PlanWriter {
  private readonly api = inject(RolloutsApi);
  private readonly open = inject(OpenIdea);

  /**
   * Changes the plan as it stands now.
   * @param alter gives the plan to be written, or null when there is nothing to write (any more); asked again after somebody else has written
   * @param reason why something else is expected of a rollout that has begun
   * @returns what went wrong
   */
  async change(alter: (now: Plan) => Plan | null, reason?: string): Promise<ProblemError | undefined> {
    let problem: ProblemError | undefined;
    for (let tries = 0; tries < mostTries; tries++) {
      const rollout = this.open.rollout.value() ?? null;
      const plan = alter(planIn(rollout));
      if (!plan) return undefined;
      try {
        const body = { version: rollout?.version, ...plan, ...(reason ? { reason } : {}) };
        this.open.rollout.set(await this.api.plan(this.open.organisation(), this.open.number(), body));
        void this.open.refresh(rollout ? 'rollout-edited' : 'rollout-planned');
        return undefined;
      } catch (error) {
        problem = asProblem(error);
        if (problem.code !== 'version-conflict') return problem;
        if (isRollout(problem.current)) this.open.rollout.set(problem.current);
        else await this.open.rollout.load();
      }
    }
    return problem;
  }
}
