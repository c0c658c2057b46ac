import { inject, Injectable, signal } from '@angular/core';
import type { IdeaCard, IdeasChange, IdeasChanged } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Dialogs } from '../dialogs';
import { Messages } from '../messages/messages';
import { ResultsDialog, type BulkResults } from './results-dialog';
import { Selection } from './selection';
import { ShownIdeas } from './shown-ideas';

type Result = IdeasChanged['results'][number];

/** Does one thing to all that is selected: what was changed is no longer selected, what was not says why. */
@Injectable()
export class ChangeSelected {
  private readonly shown = inject(ShownIdeas);
  private readonly selection = inject(Selection);
  private readonly messages = inject(Messages);
  private readonly dialogs = inject(Dialogs);
  private readonly t = injectTranslate();
  private readonly working = signal(0);

  /** How many ideas are being changed now. */
  readonly busy = this.working.asReadonly();

  /** With `canUndo`, a move is offered to be taken back as one. */
  async change(cards: readonly IdeaCard[], change: IdeasChange, canUndo: boolean): Promise<void> {
    this.working.set(cards.length);
    this.messages.forgetUndo();
    try {
      const ideas = cards.map(({ number, version }) => ({ number, version }));
      const { results } = await this.shown.change({ ideas, change });
      this.tell(cards, results, change, canUndo);
    } catch (error) {
      const { code, retryAfter } = this.shown.problemOf(error);
      this.messages.say(this.t(`codes.problem.${code}`, { seconds: retryAfter ?? 60 }));
    } finally {
      this.working.set(0);
    }
  }

  private tell(cards: readonly IdeaCard[], results: readonly Result[], change: IdeasChange, canUndo: boolean): void {
    const done = results.filter(({ problem }) => problem === null);
    const refused = results.filter(({ problem }) => problem !== null);
    this.selection.keep(refused.map(({ number }) => number));
    const moved = done.flatMap(({ card }) => card ?? []);
    if (done.length > 0) {
      const words = this.t(`bulk.done.${change.kind}`, { count: done.length });
      if (canUndo) this.messages.sayDone(words, { name: this.t('ui.undo'), run: () => void this.takeBack(moved) });
      else this.messages.say(words);
    }
    if (refused.length === 0) return;
    const titles = new Map(cards.map(({ number, title }) => [number, title]));
    const data: BulkResults = {
      done: done.length,
      refused: refused.map(({ number, problem }) => ({
        number,
        title: titles.get(number) ?? '',
        code: problem?.code ?? 'internal',
        refusals: problem?.refusals ?? [],
      })),
    };
    void this.dialogs.open(ResultsDialog, { data, width: '560px' });
  }

  private async takeBack(moved: readonly IdeaCard[]): Promise<void> {
    const back = await this.shown.takeBack(moved);
    const done = new Set(back.map(({ number }) => number));
    const failed = moved.flatMap(({ number }) => (done.has(number) ? [] : `#${number}`));
    if (failed.length === 0) this.messages.say(this.t('bulk.undone', { count: back.length }));
    else this.messages.say(this.t('bulk.not-undone', { count: failed.length, numbers: failed.join(', ') }));
  }
}
