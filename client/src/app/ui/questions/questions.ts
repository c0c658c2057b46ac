import { inject, Injectable, type Type } from '@angular/core';
import { Languages } from '../../i18n/languages';
import { Dialogs, loadDialogs } from '../dialogs';
import { whenIdle } from '../when-idle';
import type { DecisionQuestion } from '../ask-decision/ask-decision-dialog';
import type { RefusalsExplained } from '../refusals/refusals-dialog';
import type { TransitionAnswer, TransitionQuestion } from '../transition-dialog/transition-dialog';

const parts = {
  dialog: loadDialogs,
  transition: () => import('../transition-dialog/transition-dialog'),
  decision: () => import('../ask-decision/ask-decision-dialog'),
  refusals: () => import('../refusals/refusals-dialog'),
};

/** Opens the dialogs that moves need; they are loaded after the first screen. Undefined: cancelled. */
@Injectable({ providedIn: 'root' })
export class Questions {
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);

  constructor() {
    whenIdle(() => Promise.allSettled([this.languages.complete(), ...Object.values(parts).map((load) => load())]));
  }

  /** Asks for what a transition needs. */
  async askTransition(data: TransitionQuestion): Promise<TransitionAnswer | undefined> {
    const { TransitionDialog } = await parts.transition();
    return this.open<TransitionAnswer>(TransitionDialog, data);
  }

  /** Asks for a decision: who, by when, scored by whom. False: nobody was asked. */
  async askDecision(data: DecisionQuestion): Promise<boolean> {
    const { AskDecisionDialog } = await parts.decision();
    return (await this.open<boolean>(AskDecisionDialog, data)) ?? false;
  }

  /** Says why something is not possible yet. */
  async explain(data: RefusalsExplained): Promise<void> {
    const { RefusalsDialog } = await parts.refusals();
    await this.open(RefusalsDialog, data);
  }

  private open<Answer>(dialog: Type<unknown>, data: unknown): Promise<Answer | undefined> {
    return this.dialogs.open<Answer>(dialog, { data, width: '520px' });
  }
}
