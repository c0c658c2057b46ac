import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable, signal } from '@angular/core';
import type { AvailableTransition, DecisionKind, IdeaCard, MemberView } from '#contracts';
import { DecisionsApi } from '../../api/decisions-api';
import { ExperimentsApi } from '../../api/experiments-api';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { isUndoable } from '../../ui/moves/is-undoable';
import { Messages } from '../../ui/messages/messages';
import { Questions } from '../../ui/questions/questions';
import { injectRefusalWords } from '../../ui/refusals/refusal-words';
import { BoardStore, type MoveInput } from './board-store';
import { columnOf, type Spot } from './columns';
import { dropOf } from './drop-words';

const isNoGuest = ({ roles }: MemberView): boolean => roles.some((role) => role !== 'resident');

/** Carries out what a drop, the keyboard or the move menu asked for; asks first where something has to be asked. */
@Injectable()
export class CardMover {
  private readonly store = inject(BoardStore);
  private readonly questions = inject(Questions);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly messages = inject(Messages);
  private readonly members = inject(MembersApi);
  private readonly decisions = inject(DecisionsApi);
  private readonly ideas = inject(IdeasApi);
  private readonly experiments = inject(ExperimentsApi);
  private readonly session = inject(Session);
  private readonly refusalWords = injectRefusalWords();
  private readonly t = injectTranslate();
  private readonly sentBack = signal<number | null>(null);

  /** The card that was last put back because the server said no. */
  readonly returned = this.sentBack.asReadonly();

  /** Puts a card down on a step. */
  async drop(card: IdeaCard, spot: Spot): Promise<void> {
    const drop = dropOf(card, spot.step);
    if (drop.kind === 'stay') await this.place(card, spot);
    else if (drop.kind !== 'none') await this.take(card, drop.transition, spot);
    else this.messages.say(this.t('board.said.returned', { number: card.number, why: this.t('board.drop.none') }));
  }

  /** Takes a transition; into a column on top when no spot is named. */
  async take(card: IdeaCard, transition: AvailableTransition, spot?: Spot): Promise<void> {
    const drop = dropOf(card, transition.to);
    if (drop.kind === 'refused') await this.explain(card, transition);
    else if (drop.kind === 'ask-decision') await this.askDecision(card, drop.decision);
    else await this.move(card, transition, spot ?? this.topOf(transition.to));
  }

  private async place(card: IdeaCard, spot: Spot): Promise<void> {
    this.messages.forgetUndo();
    const result = await this.store.place(card.number, spot.index);
    // The cards it was put between are no longer here.
    if ('problem' in result) this.giveBack(card, result.problem, result.problem.code === 'invalid' ? 'version-conflict' : undefined);
    else await this.announcer.announce(this.t('board.said.placed', { title: card.title, position: spot.index + 1 }));
  }

  private async move(card: IdeaCard, transition: AvailableTransition, spot: Spot | undefined): Promise<void> {
    const input = transition.asks.length > 0 ? await this.ask(card, transition) : {};
    if (!input) return;
    const from = this.store.spotOf(card.number);
    this.messages.forgetUndo();
    const result = await this.store.move(card.number, transition.to, spot, input);
    if ('problem' in result) {
      this.giveBack(card, result.problem);
      return;
    }
    const words = this.t('board.said.moved', { title: card.title, step: result.card.stepName });
    const { card: moved } = result;
    if (from && isUndoable(transition))
      this.messages.sayDone(words, { name: this.t('ui.undo'), run: () => void this.takeBack(moved, from) });
    else this.messages.say(words);
  }

  private async takeBack(moved: IdeaCard, from: Spot): Promise<void> {
    const result = await this.store.takeBack(moved, from);
    if ('problem' in result) this.giveBack(moved, result.problem);
    else this.messages.say(this.t('ui.undone', { title: moved.title, step: result.card.stepName }));
  }

  private ask(card: IdeaCard, { name, asks }: AvailableTransition): Promise<MoveInput | undefined> {
    return this.questions.askTransition({ number: card.number, title: card.title, name, asks });
  }

  private async askDecision(card: IdeaCard, kind: DecisionKind): Promise<void> {
    const organisation = this.session.organisation();
    const { number, title, due } = card;
    const asked = await this.questions.askDecision({
      number,
      title,
      kind,
      due,
      deciders: async () => (await this.members.list(organisation, { role: 'manager', limit: 100 })).items,
      members: async (q) => (await this.members.list(organisation, { q, limit: 20 })).items.filter(isNoGuest),
      about: async () => {
        const [idea, { items }] = await Promise.all([this.ideas.read(organisation, number), this.experiments.ofIdea(organisation, number)]);
        return { idea, experiments: items };
      },
      send: async (input) => {
        try {
          await this.decisions.ask(organisation, number, input);
          return undefined;
        } catch (error) {
          return asProblem(error);
        }
      },
    });
    if (asked) this.messages.say(this.t('board.said.asked', { decision: this.t(`codes.decision.${kind}`), number }));
    // Whether or not it was asked for: what the card says is possible may have changed.
    await this.refresh(number);
  }

  private explain(card: IdeaCard, transition: AvailableTransition): Promise<void> {
    const heading = this.t('board.not-yet', { name: transition.name });
    return this.questions.explain({ heading, about: `#${card.number} · ${card.title}`, refusals: transition.refusals });
  }

  /** Tells why a card is back where it was. */
  private giveBack(card: IdeaCard, problem: ProblemError, code: string = problem.code): void {
    this.sentBack.set(card.number);
    const why =
      problem.refusals.length > 0
        ? problem.refusals.map(this.refusalWords).join(' · ')
        : this.t(`codes.problem.${code}`, { seconds: problem.retryAfter ?? 60 });
    this.messages.say(
      this.t(problem.code === 'version-conflict' ? 'board.said.changed' : 'board.said.returned', { number: card.number, why }),
    );
    if (problem.code === 'refused') void this.refresh(card.number);
  }

  // What the card said was possible is out of date.
  private async refresh(number: number): Promise<void> {
    try {
      this.store.show(await this.store.steady(() => this.ideas.read(this.session.organisation(), number)));
    } catch {
      // The message about the move has been shown; the next load brings the rest.
    }
  }

  private topOf(step: string): Spot | undefined {
    return columnOf(this.store.columns(), step) ? { step, index: 0 } : undefined;
  }
}
