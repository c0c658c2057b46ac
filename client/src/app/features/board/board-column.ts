import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { BoardColumn as Column } from '#contracts';
import { BoardLook } from './board-look';
import { ColumnCards } from './column-cards';
import { ColumnHead } from './column-head';

/** A step of the pathway: its head and its cards. */
@Component({
  selector: 'polku-board-column',
  imports: [ColumnCards, ColumnHead],
  template: `
    <section [id]="'column-' + column().step" [attr.aria-labelledby]="'name-' + column().step" [attr.data-step]="column().step">
      <polku-column-head [column]="column()" [place]="place()" />
      <polku-column-cards [column]="column()" [place]="place()" />
    </section>
  `,
  styleUrl: './board-column.scss',
  host: { '[class.folded]': 'look.isFolded(column().step)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardColumn {
  readonly column = input.required<Column>();
  readonly place = input<'first' | 'inner' | 'last'>('inner');

  protected readonly look = inject(BoardLook);
}
