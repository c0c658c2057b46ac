import { inject, Injectable, Injector, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskDecision } from '#contracts';
import { Languages } from '../../i18n/languages';
import { whenIdle } from '../when-idle';
import type { DecisionQuestion } from '../ask-decision/ask-decision-dialog';
import type { RefusalsExplained } from '../refusals/refusals-dialog';
import type { TransitionAnswer, TransitionQuestion } from '../transition-dialog/transition-dialog';

const parts = {
  dialog: () => import('@angular/material/dialog'),
  transition: () => import('../transition-dialog/transition-dialog'),
  decision: () => import('../ask-decision/ask-decision-dialog'),
  refusals: () => import('../refusals/refusals-dialog'),
};

/** Opens the dialogs that moves need; they are loaded after the first screen. Undefined: cancelled. */
@Injectable({ providedIn: 'root' })
export class Questions {
  private readonly injector = inject(Injector);
  private readonly languages = inject(Languages);

  constructor() {
    whenIdle(() => Promise.allSettled([this.languages.complete(), ...Object.values(parts).map((load) => load())]));
  }

  /** Asks for what a transition needs. */
  async askTransition(data: TransitionQuestion): Promise<TransitionAnswer | undefined> {
    const { TransitionDialog } = await parts.transition();
    return this.open<TransitionAnswer>(TransitionDialog, data);
  }

  /** Asks who is to decide, and by when. */
  async askDecision(data: DecisionQuestion): Promise<AskDecision | undefined> {
    const { AskDecisionDialog } = await parts.decision();
    return this.open<AskDecision>(AskDecisionDialog, data);
  }

  /** Says why something is not possible yet. */
  async explain(data: RefusalsExplained): Promise<void> {
    const { RefusalsDialog } = await parts.refusals();
    await this.open(RefusalsDialog, data);
  }

  private async open<Answer>(dialog: Type<unknown>, data: unknown): Promise<Answer | undefined> {
    await this.languages.complete();
    const { MatDialog } = await parts.dialog();
    const opened = this.injector.get(MatDialog).open<unknown, unknown, Answer>(dialog, { data, width: '520px' });
    return firstValueFrom(opened.afterClosed());
  }
}
