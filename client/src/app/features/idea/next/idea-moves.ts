import { inject, Injectable, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { AskDecision, AvailableTransition, DecisionKind } from '#contracts';
import { DecisionsApi } from '../../../api/decisions-api';
import { IdeasApi } from '../../../api/ideas-api';
import { MembersApi } from '../../../api/members-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { AskDecisionDialog, type DecisionQuestion } from '../../../ui/ask-decision/ask-decision-dialog';
import { Messages } from '../../../ui/messages/messages';
import { injectRefusalWords } from '../../../ui/refusals/refusal-words';
import { TransitionDialog, type TransitionAnswer, type TransitionQuestion } from '../../../ui/transition-dialog/transition-dialog';
import { OpenIdea } from '../open-idea';

/** Moving the idea and asking for its decisions, with the dialogs that they need. */
@Injectable()
export class IdeaMoves {
  private readonly ideas = inject(IdeasApi);
  private readonly decisions = inject(DecisionsApi);
  private readonly members = inject(MembersApi);
  private readonly dialogs = inject(MatDialog);
  private readonly messages = inject(Messages);
  private readonly open = inject(OpenIdea);
  private readonly refusalWords = injectRefusalWords();
  private readonly t = injectTranslate();
  private readonly working = signal(false);

  readonly busy = this.working.asReadonly();

  /** Takes a transition; what it asks for is asked in a dialog, which comes back with the answers when the move fails. */
  async take(transition: AvailableTransition): Promise<void> {
    let failure: string | undefined;
    let earlier: TransitionAnswer | undefined;
    for (;;) {
      const answer = transition.asks.length > 0 ? await this.answers(transition, earlier, failure) : {};
      if (!answer) return;
      const problem = await this.move(transition.to, answer);
      if (!problem) return;
      failure = this.wordsOf(problem);
      earlier = answer;
      if (transition.asks.length === 0) {
        this.messages.say(failure);
        return;
      }
    }
  }

  /** Asks a manager for the decision at the end of this step. */
  async ask(kind: DecisionKind): Promise<void> {
    const idea = this.open.idea.value();
    if (!idea) return;
    const data: DecisionQuestion = {
      number: idea.number,
      title: idea.title,
      kind,
      deciders: async () => (await this.members.list(this.open.organisation(), { role: 'manager', limit: 100 })).items,
    };
    const dialog = this.dialogs.open<AskDecisionDialog, DecisionQuestion, AskDecision>(AskDecisionDialog, { data, width: '520px' });
    const input = await firstValueFrom(dialog.afterClosed());
    if (input) await this.send(input);
  }

  private async send(input: AskDecision): Promise<void> {
    this.working.set(true);
    try {
      const decision = await this.decisions.ask(this.open.organisation(), this.open.number(), input);
      this.messages.say(this.t('decisions.asked', { name: decision.decider?.name ?? '' }));
    } catch (error) {
      const again = { name: this.t('ui.error.retry'), run: () => void this.send(input) };
      this.messages.say(this.wordsOf(asProblem(error)), again);
    } finally {
      this.working.set(false);
      await this.open.refresh('decision-asked');
    }
  }

  private answers(transition: AvailableTransition, earlier?: TransitionAnswer, failure?: string): Promise<TransitionAnswer | undefined> {
    const idea = this.open.idea.value();
    const data: TransitionQuestion = {
      number: this.open.number(),
      title: idea?.title ?? '',
      name: transition.name,
      asks: transition.asks,
      earlier,
      failure,
    };
    const dialog = this.dialogs.open<TransitionDialog, TransitionQuestion, TransitionAnswer>(TransitionDialog, { data, width: '560px' });
    return firstValueFrom(dialog.afterClosed());
  }

  private async move(to: string, answer: TransitionAnswer): Promise<ProblemError | undefined> {
    const idea = this.open.idea.value();
    if (!idea) return undefined;
    this.working.set(true);
    try {
      const card = await this.ideas.move(this.open.organisation(), idea.number, { to, version: idea.version, ...answer });
      this.messages.say(this.t('idea.moved', { step: card.stepName }));
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      this.working.set(false);
      await this.open.refresh('idea-moved');
    }
  }

  private wordsOf(problem: ProblemError): string {
    if (problem.refusals.length > 0) return problem.refusals.map((it) => this.refusalWords(it)).join(' · ');
    if (problem.code === 'version-conflict') return this.t('idea.move-stale');
    const field = problem.fields[0];
    if (field) return `${this.t(`codes.name.${field.path.split('.').at(-1) ?? ''}`)}: ${this.t(`codes.field.${field.code}`)}`;
    return this.t(`codes.problem.${problem.code}`, { seconds: problem.retryAfter ?? 60 });
  }
}
