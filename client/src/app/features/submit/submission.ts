import { inject, Injectable } from '@angular/core';
import type { IdeaView, SubmitIdea } from '#contracts';
import { IdeasApi } from '../../api/ideas-api';
import { ProblemError } from '../../api/problem-error';
import type { Attempt } from './idea-draft';

/** Whether a failure leaves open if the request has arrived. */
export const mayHaveArrived = (problem: ProblemError): boolean => problem.status === 0 || problem.status >= 500;

/** Sends an idea so that it exists once, however often the answer is lost on its way. */
@Injectable({ providedIn: 'root' })
export class Submission {
  private readonly ideas = inject(IdeasApi);

  /** Sends `input` under the key of the earlier attempt that got no answer, if there was one. */
  async send(organisation: string, input: SubmitIdea, attempt: Attempt): Promise<IdeaView> {
    try {
      return await this.ideas.submit(organisation, input, attempt.key);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'idempotency-mismatch') return this.amend(organisation, input, attempt);
      throw error;
    }
  }

  // The first attempt did arrive, and the text was changed afterwards: find that idea, and bring it up to date.
  private async amend(organisation: string, input: SubmitIdea, attempt: Attempt): Promise<IdeaView> {
    const arrived = await this.ideas.submit(organisation, attempt.input, attempt.key);
    const { title, need, proposal, beneficiaries, effectGoal, language, tags } = input;
    return this.ideas.edit(organisation, arrived.number, {
      version: arrived.version,
      title,
      need,
      proposal: proposal ?? null,
      beneficiaries: beneficiaries ?? null,
      effectGoal: effectGoal ?? null,
      language,
      tags: tags ?? [],
    });
  }
}
