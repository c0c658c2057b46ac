import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { DecisionFilter } from '#contracts';
import type { Cell } from '../../platform/files/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { DecisionRow } from './decision.entity.js';
import { DecisionsRepository } from './decisions.repository.js';
import { conditionsOf } from './log-filter.js';
import { LOG_COLUMNS, LOG_WORDS, type LogColumn } from './log-words.js';

/** Decisions that are read at once. */
const BATCH = 500;

/** Writes the log of decisions out as rows for a spreadsheet, the last asked first. */
@Injectable()
export class ExportDecisions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: DecisionsRepository,
    private readonly members: MembersRepository,
  ) {}

  /** The names of the columns, then a row for each decision; headers and codes in the asking person's language. */
  async *rows(actor: Actor, filter: DecisionFilter): AsyncGenerator<readonly Cell[], void, undefined> {
    yield LOG_COLUMNS.map((column) => LOG_WORDS[actor.language].column[column]);
    let after: readonly [string, string] | null = null;
    for (;;) {
      const batch: DecisionRow[] = await this.batch(actor, filter, after);
      yield* await this.cells(actor, batch);
      const last = batch.at(-1);
      if (batch.length < BATCH || !last) return;
      after = [last.askedAt.toISOString(), last.id];
    }
  }

  private batch(actor: Actor, filter: DecisionFilter, after: readonly [string, string] | null): Promise<DecisionRow[]> {
    const conditions = conditionsOf(filter, actor.organisation.timeZone);
    return this.work.run(actor.organisation.id, () => this.decisions.list({ conditions, order: 'newest', after, limit: BATCH }));
  }

  private async cells(actor: Actor, decisions: readonly DecisionRow[]): Promise<Cell[][]> {
    const ids = decisions.flatMap(({ askedBy, deciderId, decidedBy }) => [askedBy, deciderId, decidedBy]);
    const people = await this.work.run(actor.organisation.id, () => this.members.people(ids, actor.language));
    const nameOf = (member: string | null) => (member === null ? null : (people.get(member)?.name ?? null));
    const words = LOG_WORDS[actor.language];
    // Written so that every spreadsheet reads it as a moment.
    const momentOf = (moment: Date | null) =>
      moment && DateTime.fromJSDate(moment, { zone: actor.organisation.timeZone }).toFormat('yyyy-MM-dd HH:mm');
    return decisions.map((decision) => {
      const cells: Record<LogColumn, Cell> = {
        number: decision.ideaNumber,
        title: decision.ideaTitle ?? decision.title,
        kind: words.kind[decision.kind],
        state: words.state[decision.state],
        askedAt: momentOf(decision.askedAt),
        askedBy: nameOf(decision.askedBy),
        note: decision.note,
        deadline: momentOf(decision.deadline),
        decider: nameOf(decision.deciderId),
        decidedAt: momentOf(decision.decidedAt),
        decidedBy: nameOf(decision.decidedBy),
        outcome: decision.outcome && words.outcome[decision.outcome],
        reason: decision.reason,
        mustChange: decision.mustChange,
        againstVerdict: decision.againstVerdict ? words.yes : words.no,
        explanation: decision.explanation,
      };
      return LOG_COLUMNS.map((column) => cells[column]);
    });
  }
}
