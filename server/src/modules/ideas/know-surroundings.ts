import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';

interface Row {
  readonly idea: string;
  /** A member of its team; null: the row says that there is a lesson, of the idea's own or of an experiment. */
  readonly member: string | null;
}

/** Tells guards and cards who works on ideas, and whether something was learned from them. */
@Injectable()
export class KnowSurroundings implements FactProvider<Row>, OnModuleInit {
  readonly question = `select idea_id as idea, member_id as member from (
      select idea_id, member_id, joined_at from app.idea_team where organisation_id = $1 and idea_id = any($2::uuid[])
      union all
      select distinct idea_id, null::uuid, null::timestamptz from app.lesson where organisation_id = $1 and idea_id = any($2::uuid[])
    ) around order by joined_at, member_id`;

  constructor(private readonly providers: FactProviders) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  read(rows: readonly Row[]): ReadonlyMap<string, IdeaKnowledge> {
    return new Map(
      [...Map.groupBy(rows, ({ idea }) => idea)].map(([idea, around]) => [
        idea,
        {
          team: around.flatMap(({ member }) => member ?? []),
          facts: { lessonWritten: around.some(({ member }) => member === null) },
        },
      ]),
    );
  }
}
