import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { LessonItem, LessonPage, ListLessons, PersonView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { stepOf } from '../../workflow/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { groupCounts } from './group-sums.js';
import { type FoundLesson, LessonsRepository } from './lessons.repository.js';
import type { Measurement } from './measurement.entity.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { storedCard } from './test-card.js';
import { verdictOf } from './verdict.js';

const momentKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** Finds what was learned, in ideas and in experiments. */
@Injectable()
export class FindLessons {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lessons: LessonsRepository,
    private readonly measurements: MeasurementsRepository,
    private readonly members: MembersRepository,
    private readonly pathways: PathwaysRepository,
  ) {}

  /** A page, the newest first. */
  find(actor: Actor, query: ListLessons): Promise<LessonPage> {
    return this.work.run(actor.organisation.id, async () => {
      const rows = await this.lessons.find({
        q: query.q || null,
        unit: query.unit ?? null,
        kind: query.kind ?? null,
        ended: query.ended ?? null,
        before: readCursor(query.cursor, momentKey),
        limit: query.limit + 1,
      });
      const { items, next } = pageOf(rows, query.limit, (row) => [row.at.toISOString(), row.id]);
      const people = await this.members.people(
        items.map((row) => row.member),
        actor.language,
      );
      const measured = await this.measurements.ofExperiments(items.flatMap((row) => row.experiment?.id ?? []));
      const views: LessonItem[] = [];
      for (const row of items) views.push(await this.view(row, people, measured, actor));
      return { items: views, next };
    });
  }

  private async view(
    row: FoundLesson,
    people: ReadonlyMap<string, PersonView>,
    measured: readonly Measurement[],
    actor: Actor,
  ): Promise<LessonItem> {
    const { id, at, member, observed, learned, therefore, saved, number, title, step, unit, experiment, card } = row;
    // A published version is read once a process, so this asks for nothing.
    const definition = await this.pathways.definition(row.pathway, row.pathwayVersion);
    return {
      id,
      at: at.toISOString(),
      by: member === null ? null : (people.get(member) ?? null),
      observed,
      learned,
      therefore,
      saved,
      idea: { number, title, step, stepName: stepOf(definition, step)?.names?.[actor.language] ?? step },
      experiment: experiment &&
        card && {
          ...experiment,
          kind: card.kind,
          verdict: verdictOf(
            storedCard(card),
            groupCounts(measured.filter((it) => it.experimentId === experiment.id && it.withdrawnAt === null)),
            false,
          ).verdict,
        },
      unit,
    };
  }
}
