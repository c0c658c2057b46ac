import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { mdiCheckCircle, mdiDotsHorizontal } from '@mdi/js';
import type { IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Presence } from '../../live/presence';
import { Avatar } from '../../ui/avatar/avatar';
import { Selection } from '../../ui/bulk/selection';
import { Icon } from '../../ui/icon/icon';
import { Tag } from '../../ui/tag/tag';
import { WhoLooks } from '../../ui/who-looks/who-looks';
import { injectCardFacts } from './card-facts';
import { CardKeys } from './card-keys';
import { CardMenu } from './card-menu';
import { CardMover } from './card-mover';
import { Hand } from './hand';
import { PeekLinks } from './peek-links';

/** An idea on the board: its title, one quiet line of facts, what is worth a tag, and a menu of moves. */
@Component({
  selector: 'polku-board-card',
  imports: [Avatar, Icon, Tag, WhoLooks],
  templateUrl: './board-card.html',
  styleUrl: './board-card.scss',
  host: {
    '[class.held]': 'held()',
    '[class.selected]': 'selected()',
    '[class.returned]': 'mover.returned() === card().number',
    '(keydown)': 'keys.press($event, card())',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardCard {
  readonly card = input.required<IdeaCard>();

  private readonly cardFacts = injectCardFacts();
  private readonly hand = inject(Hand);
  private readonly presence = inject(Presence);
  protected readonly keys = inject(CardKeys);
  protected readonly links = inject(PeekLinks);
  protected readonly moves = inject(CardMenu);
  protected readonly mover = inject(CardMover);
  protected readonly selection = inject(Selection);
  protected readonly t = injectTranslate();
  protected readonly icons = { moves: mdiDotsHorizontal, selected: mdiCheckCircle };
  protected readonly facts = computed(() => this.cardFacts(this.card()));
  protected readonly progress = computed(() => Math.round((this.facts().progress ?? 0) * 100));
  protected readonly held = computed(() => this.hand.spot() !== null && this.hand.card()?.number === this.card().number);
  protected readonly selected = computed(() => this.selection.has(this.card().number));
  protected readonly lookers = computed(() => this.presence.at(this.card().number));
  protected readonly tabIndex = computed(() => (this.keys.active() === this.card().number ? 0 : -1));

  /** Opens the idea beside the board. With Ctrl or Shift, and while cards are selected, a click selects instead. */
  protected click(event: MouseEvent): void {
    const { number } = this.card();
    if (event.shiftKey) this.selection.extendTo(number);
    else if (event.ctrlKey || event.metaKey || this.selection.isOn()) this.selection.toggle(number);
    else if (event.altKey) return;
    else this.links.open(number);
    event.preventDefault();
  }
}
