import { afterRenderEffect, ChangeDetectionStrategy, Component, inject, viewChild, type ElementRef } from '@angular/core';
import { MatMenuModule, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import type { AvailableTransition, IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Selection } from '../../ui/bulk/selection';
import { injectRefusalWords } from '../../ui/refusals/refusal-words';
import { CardMenu } from './card-menu';
import { CardMover } from './card-mover';
import { dropOf } from './drop-words';

/** The moves of a card as a menu; one for the whole board. A move that is refused says why, and can be asked about. */
@Component({
  selector: 'polku-move-menu',
  imports: [MatMenuModule],
  template: `
    <span
      #anchor
      class="anchor"
      aria-hidden="true"
      [matMenuTriggerFor]="menu"
      [matMenuTriggerData]="menus.asked()"
      [matMenuTriggerRestoreFocus]="false"
      (menuClosed)="close()"
    ></span>
    <mat-menu #menu="matMenu" class="move-menu">
      <ng-template matMenuContent let-card="card">
        <button mat-menu-item (click)="open(card)">{{ t('board.menu.open', { number: card.number }) }}</button>
        <button mat-menu-item (click)="selection.toggle(card.number)">{{ t('board.menu.select') }}</button>
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
  private readonly trigger = viewChild.required(MatMenuTrigger);
  private readonly anchor = viewChild.required<ElementRef<HTMLElement>>('anchor');
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly words = injectRefusalWords();
  protected readonly menus = inject(CardMenu);
  protected readonly selection = inject(Selection);
  protected readonly mover = inject(CardMover);
  protected readonly t = injectTranslate();

  constructor() {
    afterRenderEffect(() => {
      const asked = this.menus.asked();
      if (asked) this.openAt(asked.at);
    });
  }

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

  /** The focus goes back to where the menu was asked for. */
  protected close(): void {
    this.menus.asked()?.at.focus();
    this.menus.close();
  }

  protected open(card: IdeaCard): void {
    void this.router.navigate(['/', this.session.organisation(), 'ideas', card.number]);
  }

  // The menu belongs to no card, so what it opens at is laid over the button of the one that asked.
  private openAt(button: HTMLElement): void {
    const { left, top, width, height } = button.getBoundingClientRect();
    Object.assign(this.anchor().nativeElement.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.trigger().openMenu();
  }
}
