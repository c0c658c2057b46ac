import { inject, Injectable, Injector, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskDecision } from '#contracts';
import type { DecisionQuestion } from '../ask-decision/ask-decision-dialog';
import type { RefusalsExplained } from '../refusals/refusals-dialog';
import type { TransitionAnswer, TransitionQuestion } from '../transition-dialog/transition-dialog';

/** Opens the dialogs that moves need; each is loaded when it is opened for the first time. Undefined: cancelled. */
@Injectable({ providedIn: 'root' })
export class Questions {
  private readonly injector = inject(Injector);

  /** Asks for what a transition needs. */
  async askTransition(data: TransitionQuestion): Promise<TransitionAnswer | undefined> {
    const { TransitionDialog } = await import('../transition-dialog/transition-dialog');
    return this.open<TransitionAnswer>(TransitionDialog, data);
  }

  /** Asks who is to decide, and by when. */
  async askDecision(data: DecisionQuestion): Promise<AskDecision | undefined> {
    const { AskDecisionDialog } = await import('../ask-decision/ask-decision-dialog');
    return this.open<AskDecision>(AskDecisionDialog, data);
  }

  /** Says why something is not possible yet. */
  async explain(data: RefusalsExplained): Promise<void> {
    const { RefusalsDialog } = await import('../refusals/refusals-dialog');
    await this.open(RefusalsDialog, data);
  }

  private async open<Answer>(dialog: Type<unknown>, data: unknown): Promise<Answer | undefined> {
    const { MatDialog } = await import('@angular/material/dialog');
    const opened = this.injector.get(MatDialog).open<unknown, unknown, Answer>(dialog, { data, width: '520px' });
    return firstValueFrom(opened.afterClosed());
  }
}
