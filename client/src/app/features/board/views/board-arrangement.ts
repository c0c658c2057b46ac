import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { mdiCheck, mdiSort } from '@mdi/js';
import { BOARD_LANES, BOARD_SORTS } from '#contracts/constants';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import type { BoardShown } from '../board-shown';

/** How the board lies: the order of its cards, lanes, and how dense the cards are, as a menu. */
@Component({
  selector: 'polku-board-arrangement',
  imports: [Icon, MatMenuModule],
  templateUrl: './board-arrangement.html',
  styleUrls: ['./board-views.scss', './board-arrangement.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardArrangement {
  protected readonly languages = inject(Languages);
  protected readonly t = injectTranslate();
  protected readonly icons = { arrange: mdiSort, check: mdiCheck };

  readonly shown = input.required<BoardShown>();
  /** Whether the cards are dense. */
  readonly compact = input(false);
  /** Somebody wants the cards dense, or no longer so. */
  readonly density = output();
  /** What the address becomes; null takes something out of it. */
  readonly chosen = output<Readonly<Record<string, string | null>>>();

  protected readonly sorts = computed(() =>
    BOARD_SORTS.map((key) => ({ key, words: `views.sort.${key}`, isOn: (this.shown().sort ?? 'rank') === key })),
  );
  protected readonly lanes = computed(() =>
    [null, ...BOARD_LANES].map((key) => ({ key, words: `views.lanes.${key ?? 'none'}`, isOn: (this.shown().lanes ?? null) === key })),
  );
  protected readonly isArranged = computed(() => this.shown().sort !== undefined || this.shown().lanes !== undefined);
}
