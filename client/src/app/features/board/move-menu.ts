import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuModule } from '@angular/material/menu';
import { Router } from '@angular/router';
import type { AvailableTransition, IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { injectRefusalWords } from '../../ui/refusals/refusal-words';
import { CardMover } from './card-mover';
import { dropOf } from './drop-words';

/** The moves of a card as a menu; one for the whole board. A move that is refused says why, and can be asked about. */
@Component({
  selector: 'polku-move-menu',
  imports: [MatMenuModule],
  template: `
    <mat-menu class="move-menu">
      <ng-template matMenuContent let-card="card">
        <button mat-menu-item (click)="open(card)">{{ t('board.menu.open', { number: card.number }) }}</button>
        @for (transition of transitionsOf(card); track transition.to) {
          <button mat-menu-item [class.refused]="isRefused(card, transition)" (click)="mover.take(card, transition)">
            <span>{{ nameOf(card, transition) }}</span>
            @if (isRefused(card, transition)) {
              <small>{{ why(transition) }}</small>
            }
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styleUrl: './move-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveMenu {
  readonly menu = viewChild.required(MatMenu);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly words = injectRefusalWords();
  protected readonly mover = inject(CardMover);
  protected readonly t = injectTranslate();

  // The content of the menu comes with data that templates cannot type.
  protected transitionsOf(card: IdeaCard): readonly AvailableTransition[] {
    return card.availableTransitions;
  }

  protected isRefused(card: IdeaCard, transition: AvailableTransition): boolean {
    return dropOf(card, transition.to).kind === 'refused';
  }

  protected nameOf(card: IdeaCard, transition: AvailableTransition): string {
    const drop = dropOf(card, transition.to);
    if (drop.kind === 'ask-decision') return this.t('ui.ask-decision.title', { decision: this.t(`codes.decision.${drop.decision}`) });
    return transition.asks.length > 0 ? `${transition.name} …` : transition.name;
  }

  protected why(transition: AvailableTransition): string {
    return transition.refusals.map(this.words).join(' · ');
  }

  protected open(card: IdeaCard): void {
    void this.router.navigate(['/', this.session.organisation(), 'ideas', card.number]);
  }
}
