import { Injectable } from '@nestjs/common';
import type { BoardView, CardPage, ReadBoard as BoardQuery, ReadColumn } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, readCursor, writeCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { nextForward, type PathwayDefinition } from '../../workflow/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { BOARD_ORDERS, type BoardOrder } from './board-order.js';
import type { IdeaRow } from './idea.entity.js';
import { filterOf, type IdeaFilter, isNarrow } from './idea-filter.js';
import { IdeaViews } from './idea.view.js';
import { IdeasRepository } from './ideas.repository.js';
import { ReadLanes } from './read-lanes.js';
import { WipLimitsRepository } from './wip-limits.repository.js';

/** Shows the board of a pathway: counts and the first cards of every column, and further pages of one column. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly pathways: PathwaysRepository,
    private readonly limits: WipLimitsRepository,
    private readonly lanes: ReadLanes,
    private readonly views: IdeaViews,
    private readonly clock: Clock,
  ) {}

  board(actor: Actor, key: string, { limit, sort, lanes: by, cursor, ...asked }: BoardQuery): Promise<BoardView> {
    return this.work.run(actor.organisation.id, async () => {
      const { definition, version } = await this.published(key);
      // Read before the cards: what the cards miss comes later in the published order, so the live stream brings it.
      const { counts: all, place } = await this.ideas.counts(key);
      const stations = definition.steps.filter((step) => step.kind === 'station');
      const steps = stations.map((step) => step.key);
      const filter = filterOf(asked, actor, this.clock.now());
      // In lanes the cards are those of the lanes.
      const { rows, counts = all } = await this.first(key, steps, by ? 0 : limit + 1, filter, BOARD_ORDERS[sort]);
      const lanes = by ? await this.lanes.read(actor, { pathway: key, steps, by, sort, filter, limit, cursor }) : null;
      const limits = await this.limits.of(key);
      const byStep = Map.groupBy(rows, (row) => row.step);
      const shown = by ? [] : stations.flatMap((step) => (byStep.get(step.key) ?? []).slice(0, limit));
      const cards = Map.groupBy(await this.views.cards(shown, actor), (card) => card.step);
      return {
        pathway: { key, name: definition.names[actor.language], version },
        place,
        columns: stations.map((step) => ({
          step: step.key,
          name: step.names[actor.language],
          hint: step.hint?.[actor.language] ?? '',
          workingDays: step.workingDays ?? null,
          gate: nextForward(definition, step.key)?.decision ?? null,
          total: counts.get(step.key) ?? 0,
          limit: limits.get(step.key) ?? null,
          cards: cards.get(step.key) ?? [],
          next: by ? null : nextAfter(byStep.get(step.key) ?? [], limit, BOARD_ORDERS[sort]),
        })),
        lanes,
        aside: definition.steps
          .filter((step) => step.kind === 'aside')
          .map((step) => ({ step: step.key, name: step.names[actor.language], total: counts.get(step.key) ?? 0 })),
      };
    });
  }

  column(actor: Actor, key: string, step: string, { cursor, limit, sort, ...asked }: ReadColumn): Promise<CardPage> {
    return this.work.run(actor.organisation.id, async () => {
      const { definition } = await this.published(key);
      if (!definition.steps.some((it) => it.key === step)) throw new NotFound('This step');
      const order = BOARD_ORDERS[sort];
      const part = { order, after: readCursor(cursor, order.key), limit: limit + 1 };
      const rows = await this.ideas.column(key, step, filterOf(asked, actor, this.clock.now()), part);
      return { items: await this.views.cards(rows.slice(0, limit), actor), next: nextAfter(rows, limit, order) };
    });
  }

  /** A narrowed board is counted; the whole one has its counts from the table that the relay keeps. */
  private async first(key: string, steps: readonly string[], limit: number, filter: IdeaFilter, order: BoardOrder) {
    if (isNarrow(filter)) return this.ideas.firstMatching(key, steps, limit, filter, order);
    return { counts: undefined, rows: await this.ideas.firstOfColumns(key, steps, limit, order) };
  }

  private async published(key: string): Promise<{ definition: PathwayDefinition; version: number }> {
    const pathway = await this.pathways.find(key);
    if (!pathway) throw new NotFound('This pathway');
    return { definition: await this.pathways.definition(key, pathway.version), version: pathway.version };
  }
}

function nextAfter(rows: readonly IdeaRow[], limit: number, { keyOf }: BoardOrder): string | null {
  const last = rows[limit - 1];
  return rows.length > limit && last ? writeCursor(keyOf(last)) : null;
}
