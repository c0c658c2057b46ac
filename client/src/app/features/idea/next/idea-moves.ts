import { inject, Injectable, signal } from '@angular/core';
import type { AskDecision, AvailableTransition, DecisionKind, IdeaCard, MemberView } from '#contracts';
import { DecisionsApi } from '../../../api/decisions-api';
import { IdeasApi } from '../../../api/ideas-api';
import { MembersApi } from '../../../api/members-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { isUndoable } from '../../../ui/moves/is-undoable';
import { Messages } from '../../../ui/messages/messages';
import { Questions } from '../../../ui/questions/questions';
import { injectRefusalWords } from '../../../ui/refusals/refusal-words';
import type { TransitionAnswer } from '../../../ui/transition-dialog/transition-dialog';
import { OpenIdea } from '../open-idea';

const isNoGuest = ({ roles }: MemberView): boolean => roles.some((role) => role !== 'resident');

/** Moving the idea and asking for its decisions, with the dialogs that they need. */
@Injectable()
export class IdeaMoves {
  private readonly ideas = inject(IdeasApi);
  private readonly decisions = inject(DecisionsApi);
  private readonly members = inject(MembersApi);
  private readonly questions = inject(Questions);
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
      const problem = await this.move(transition, answer);
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
    const { number, title, due } = idea;
    const organisation = this.open.organisation();
    await this.questions.askDecision({
      number,
      title,
      kind,
      due,
      deciders: async () => (await this.members.list(organisation, { role: 'manager', limit: 100 })).items,
      members: async (q) => (await this.members.list(organisation, { q, limit: 20 })).items.filter(isNoGuest),
      about: async () => {
        if (!this.open.experiments.value()) await this.open.experiments.load();
        return { idea: this.open.idea.value() ?? idea, experiments: this.open.experiments.value() ?? [] };
      },
      send: (input) => this.send(input),
    });
  }

  private async send(input: AskDecision): Promise<ProblemError | undefined> {
    this.working.set(true);
    try {
      const decision = await this.decisions.ask(this.open.organisation(), this.open.number(), input);
      this.messages.say(this.t('decisions.asked', { name: decision.decider?.name ?? '' }));
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      this.working.set(false);
      await this.open.refresh('decision-asked');
    }
  }

  private answers(transition: AvailableTransition, earlier?: TransitionAnswer, failure?: string): Promise<TransitionAnswer | undefined> {
    return this.questions.askTransition({
      number: this.open.number(),
      title: this.open.idea.value()?.title ?? '',
      name: transition.name,
      asks: transition.asks,
      earlier,
      failure,
    });
  }

  private async move(transition: AvailableTransition, answer: TransitionAnswer): Promise<ProblemError | undefined> {
    const idea = this.open.idea.value();
    if (!idea) return undefined;
    this.working.set(true);
    try {
      const card = await this.ideas.move(this.open.organisation(), idea.number, { to: transition.to, version: idea.version, ...answer });
      this.tell(transition, card);
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      this.working.set(false);
      await this.open.refresh('idea-moved');
    }
  }

  private tell(transition: AvailableTransition, moved: IdeaCard): void {
    const words = this.t('idea.moved', { step: moved.stepName });
    if (isUndoable(transition)) this.messages.sayDone(words, { name: this.t('ui.undo'), run: () => void this.takeBack(moved) });
    else this.messages.say(words);
  }

  private async takeBack({ number, title, version }: IdeaCard): Promise<void> {
    try {
      const card = await this.ideas.undo(this.open.organisation(), number, version);
      this.messages.say(this.t('ui.undone', { title, step: card.stepName }));
    } catch (error) {
      this.messages.say(this.wordsOf(asProblem(error)));
    } finally {
      if (this.open.number() === number) await this.open.refresh('idea-moved');
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
