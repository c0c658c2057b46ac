import { Injectable } from '@nestjs/common';
import type { BoardLanes } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { BoardOrder } from './board-order.js';
import type { IdeaRow } from './idea.entity.js';
import { type IdeaFilter, MATCHES, valuesOf } from './idea-filter.js';
import { ROW } from './ideas.repository.js';

/** Whose lane idea `i` is in, and what the lanes are called. */
const LANES: Readonly<Record<BoardLanes, { readonly lane: string; readonly join: string; readonly names: string }>> = {
  owner: {
    lane: 'i.owner_id',
    join: '',
    names: `select m.id, p.name from app.membership m join app.person_identity p on p.person_id = m.person_id where m.organisation_id = $1`,
  },
  unit: {
    lane: 'w.unit_id',
    join: 'left join app.membership w on w.organisation_id = $1 and w.id = coalesce(i.owner_id, i.submitter_id)',
    names: `select u.id, u.name from app.unit u where u.organisation_id = $1`,
  },
  challenge: {
    lane: 'i.challenge_id',
    join: '',
    names: `select c.id, c.question as name from app.challenge c where c.organisation_id = $1`,
  },
};

/** Which part of a board in lanes. */
export interface LanesPart {
  readonly by: BoardLanes;
  readonly order: BoardOrder;
  /** At most so many lanes, and so many cards of each column in each of them. */
  readonly lanes: number;
  readonly cards: number;
  /** Name and key of the lane before the first. */
  readonly after: readonly [string, string] | null;
}

/** An idea, and the lane it is in: the key is empty for what has no lane of its own, the name for somebody who was erased. */
export type LaneRow = IdeaRow & {
  readonly lane: string;
  readonly laneName: string;
  readonly laneTotal: number;
  readonly cellTotal: number;
};

/** The ideas of the organisation at work, as a board in lanes shows them. */
@Injectable()
export class LanesRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** The first ideas of each column in each lane, lane by lane: all that match are found once, and counted and cut there. */
  of(pathway: string, steps: readonly string[], filter: IdeaFilter, { by, order, lanes, cards, after }: LanesPart): Promise<LaneRow[]> {
    const { lane, join, names } = LANES[by];
    return this.rows<LaneRow>(
      `with found as materialized (
         select i.id, i.step, i.rank, i.due, i.step_since, i.number, coalesce(${lane}::text, '') as lane from app.idea i ${join}
         where i.organisation_id = $1 and i.pathway = $14 and i.step = any($15::text[]) and ${MATCHES}
       ), named as (
         select f.lane, coalesce(n.name, '') as name, f.total
         from (select lane, count(*)::int as total from found group by lane) f left join (${names}) n on n.id::text = f.lane
       ), shown as (
         select n.*, row_number() over (order by n.lane = '', n.name, n.lane) as place from named n
         ${after ? `where n.lane = '' or (n.name, n.lane) > ($18, $19)` : ''} order by place limit $17
       ), placed as (
         select i.id, i.lane, row_number() over (partition by i.lane, i.step order by ${order.by}) as position,
           count(*) over (partition by i.lane, i.step)::int as total
         from found i where i.lane in (select lane from shown)
       )
       select ${ROW}, s.lane, s.name as "laneName", s.total as "laneTotal", p.total as "cellTotal"
       from placed p join shown s on s.lane = p.lane join app.idea i on i.id = p.id and i.organisation_id = $1
       where p.position <= $16 order by s.place, i.step, p.position`,
      [this.organisation, ...valuesOf(filter), pathway, steps, cards, lanes, ...(after ?? [])],
    );
  }
}
