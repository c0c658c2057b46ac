import { inject } from '@angular/core';
import type { CardMark, IdeaCard } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import type { Meaning } from '../../ui/tag/tag';

/** A tag of a card: a word and its meaning. */
export interface CardTag {
  readonly meaning: Meaning;
  readonly text: string;
}

/** How long a card has been where it is: in short, and in words. */
export interface CardAge {
  readonly short: string;
  readonly words: string;
}

/** The tags of a card and how far its running experiment is, from 0 to 1, or null. */
export interface CardFacts {
  readonly tags: readonly CardTag[];
  /** When the answer is due, while that is no hurry. */
  readonly quietDue: string | null;
  readonly progress: number | null;
  /** Null on the day on which it came there. */
  readonly age: CardAge | null;
}

type Experiment = Extract<CardMark, { kind: 'experiment' }>;

/** Says what is worth knowing about a card in few words. */
export const injectCardFacts = (): ((card: IdeaCard) => CardFacts) => {
  const t = injectTranslate();
  const moments = inject(Moments);

  const ageOf = ({ stepSince }: IdeaCard): CardAge | null => {
    const days = -moments.daysUntil(stepSince);
    return days < 1 ? null : { short: moments.shortDays(days), words: t('board.card.here', { days }) };
  };

  const period = ({ startsOn, endsOn }: Experiment): { day: number; days: number } | null => {
    if (!startsOn || !endsOn) return null;
    const days = moments.daysUntil(endsOn) - moments.daysUntil(startsOn) + 1;
    return { day: Math.min(Math.max(1 - moments.daysUntil(startsOn), 0), days), days };
  };

  const experimentTag = (mark: Experiment): CardTag => {
    if (mark.overdue) return { meaning: 'late', text: t('board.card.experiment-over') };
    if (mark.verdict === 'met') return { meaning: 'met', text: t('codes.verdict.met') };
    if (mark.verdict === 'not-met') return { meaning: 'lesson', text: t('codes.verdict.not-met') };
    if (mark.state === 'stopped') return { meaning: 'lesson', text: t('codes.experiment-state.stopped') };
    const isOver = mark.state === 'measured' || mark.state === 'concluded';
    if (isOver && mark.verdict === 'inconclusive') return { meaning: 'unclear', text: t('codes.verdict.inconclusive') };
    const running = mark.state === 'running' ? period(mark) : null;
    const text = running
      ? t('board.card.running', running)
      : t('board.card.experiment', { state: t(`codes.experiment-state.${mark.state}`) });
    return { meaning: 'unclear', text };
  };

  return (card) => {
    const tags: CardTag[] = [];
    let progress: number | null = null;
    for (const mark of card.marks) {
      if (mark.kind === 'decision-asked') {
        const late = moments.daysUntil(mark.deadline) < 0;
        const words = { decision: t(`codes.decision.${mark.decision}`), day: moments.soonDay(mark.deadline) };
        tags.push({ meaning: late ? 'late' : 'waiting', text: t('board.card.decision-by', words) });
      } else {
        tags.push(experimentTag(mark));
        const span = mark.state === 'running' ? period(mark) : null;
        if (span && span.days > 0) progress = span.day / span.days;
      }
    }
    const due = moments.dueMark(card);
    if (due && due.meaning !== 'unclear') tags.push(due);
    return { tags, quietDue: due?.meaning === 'unclear' ? due.text : null, progress, age: ageOf(card) };
  };
};
