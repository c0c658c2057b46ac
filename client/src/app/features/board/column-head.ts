import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { mdiArrowCollapseHorizontal, mdiArrowExpandHorizontal, mdiSpeedometer } from '@mdi/js';
import type { BoardColumn as Column } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Dialogs } from '../../ui/dialogs';
import { Icon } from '../../ui/icon/icon';
import { StationMark } from '../../ui/path-line/station-mark';
import { BoardLook } from './board-look';
import { BoardStore } from './board-store';

/** The head of a column: its station on the line, its name, its count against its limit, and what is promised on it. */
@Component({
  selector: 'polku-column-head',
  imports: [Icon, StationMark],
  templateUrl: './column-head.html',
  styleUrl: './column-head.scss',
  host: { '[class.folded]': 'folded()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnHead {
  readonly column = input.required<Column>();
  readonly place = input<'first' | 'inner' | 'last'>('inner');

  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(BoardStore);
  protected readonly look = inject(BoardLook);
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly icons = { limit: mdiSpeedometer, fold: mdiArrowCollapseHorizontal, unfold: mdiArrowExpandHorizontal };
  protected readonly folded = computed(() => this.look.isFolded(this.column().step));

  protected readonly gate = computed(() => {
    const gate = this.column().gate;
    return gate ? this.t(`codes.gate.${gate}`) : null;
  });

  protected readonly count = computed(() => {
    const { total: count, limit } = this.column();
    return limit ? this.t('board.column.limited', { count, atMost: limit.atMost }) : this.t('board.column.count', { count });
  });

  /** Whether the column holds as many as it is meant to, or more. */
  protected readonly fullness = computed(() => {
    const { total, limit } = this.column();
    if (!limit || total < limit.atMost) return null;
    return total > limit.atMost ? 'over' : 'full';
  });

  protected readonly promise = computed(() => {
    const days = this.column().workingDays;
    return days === null ? null : this.t('board.column.promise', { days });
  });

  protected async setLimit(): Promise<void> {
    const { LimitDialog } = await import('./limit-dialog');
    const { step, name, limit } = this.column();
    const pathway = this.store.board()?.pathway.key ?? '';
    if (await this.dialogs.open<boolean>(LimitDialog, { data: { pathway, step, name, limit }, width: '440px' })) await this.store.load();
  }
}
