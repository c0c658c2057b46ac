import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type BoardLanePage, type BoardLanes, type BoardSort, readable } from '#contracts';
import { pageOf, readCursor, writeCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { FORMER_MEMBER } from '../organisations/index.js';
import { BOARD_ORDERS } from './board-order.js';
import type { IdeaFilter } from './idea-filter.js';
import { IdeaViews } from './idea.view.js';
import { type LaneRow, LanesRepository } from './lanes.repository.js';

/** Lanes that are shown at once. */
const LANES_SHOWN = 12;

const laneKey = z.tuple([z.string().max(1_000).refine(readable), z.uuid()]);

/** What of a board in lanes is asked for. */
export interface AskedLanes {
  readonly pathway: string;
  readonly steps: readonly string[];
  readonly by: BoardLanes;
  readonly sort: BoardSort;
  readonly filter: IdeaFilter;
  /** Cards of each column in each lane. */
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** Shows the lanes of a board; within the transaction of who asks. */
@Injectable()
export class ReadLanes {
  constructor(
    private readonly lanes: LanesRepository,
    private readonly views: IdeaViews,
  ) {}

  async read(actor: Actor, { pathway, steps, by, sort, filter, limit, cursor }: AskedLanes): Promise<BoardLanePage> {
    const order = BOARD_ORDERS[sort];
    const rows = await this.lanes.of(pathway, steps, filter, {
      ...{ by, order, after: readCursor(cursor, laneKey) },
      ...{ lanes: LANES_SHOWN + 1, cards: limit + 1 },
    });
    const { items, next } = pageOf([...Map.groupBy(rows, (row) => row.lane).values()], LANES_SHOWN, ([first]) =>
      first ? [first.laneName, first.lane] : [],
    );
    const cells = items.map((lane) => [...Map.groupBy(lane, (row) => row.step).values()]);
    const shown = cells.flat().flatMap((cell) => cell.slice(0, limit));
    const cards = new Map((await this.views.cards(shown, actor)).map((card) => [card.number, card]));
    const cellOf = (rowsOfCell: readonly LaneRow[]) => {
      const last = rowsOfCell[limit - 1];
      return {
        step: rowsOfCell[0]?.step ?? '',
        total: rowsOfCell[0]?.cellTotal ?? 0,
        cards: rowsOfCell
          .slice(0, limit)
          .map((row) => cards.get(row.number))
          .filter((card) => card !== undefined),
        next: rowsOfCell.length > limit && last ? writeCursor(order.keyOf(last)) : null,
      };
    };
    return {
      items: items.map((lane, index) => ({
        key: lane[0]?.lane || null,
        name: nameOf(lane[0], actor),
        total: lane[0]?.laneTotal ?? 0,
        cells: (cells[index] ?? []).map(cellOf),
      })),
      next,
    };
  }
}

function nameOf(row: LaneRow | undefined, { language }: Actor): string | null {
  if (!row || row.lane === '') return null;
  return row.laneName || FORMER_MEMBER[language];
}
