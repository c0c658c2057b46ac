import { Injectable } from '@nestjs/common';
import { IDEA_TEXTS, type IdeaExport, type IdeaFilter } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import type { Cell } from '../../platform/files/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { stepOf } from '../../workflow/index.js';
import { FindChallenges } from '../challenges/index.js';
import { MembersRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { EXPORT_COLUMNS, EXPORT_WORDS, type ExportColumn } from './export-words.js';
import { filterOf } from './idea-filter.js';
import type { Place } from './idea-order.js';
import type { Idea } from './idea.entity.js';
import { IdeasRepository } from './ideas.repository.js';

/** Ideas that are read at once. */
const BATCH = 500;

/** Writes out the ideas that a view shows, the newest first: as rows for a spreadsheet, or as they are for a program. */
@Injectable()
export class ExportIdeas {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly pathways: PathwaysRepository,
    private readonly members: MembersRepository,
    private readonly challenges: FindChallenges,
    private readonly clock: Clock,
  ) {}

  /** The names of the columns, then a row for each idea; headers and steps in the asking person's language. */
  async *rows(actor: Actor, filter: IdeaFilter): AsyncGenerator<readonly Cell[], void, undefined> {
    yield EXPORT_COLUMNS.map((column) => EXPORT_WORDS[actor.language][column]);
    const { timeZone } = actor.organisation;
    const day = (moment: string | null) => moment && dayOf(new Date(moment), timeZone);
    for await (const idea of this.items(actor, filter)) {
      const cells: Record<ExportColumn, Cell> = {
        ...idea,
        step: idea.stepName,
        submitter: idea.submitter?.name ?? null,
        owner: idea.owner?.name ?? null,
        createdAt: day(idea.createdAt),
        stepSince: day(idea.stepSince),
        due: day(idea.due),
        updatedAt: day(idea.updatedAt),
        tags: idea.tags.join(', '),
        challenge: idea.challenge?.question ?? null,
      };
      yield EXPORT_COLUMNS.map((column) => cells[column]);
    }
  }

  /** Idea by idea. */
  async *items(actor: Actor, filter: IdeaFilter): AsyncGenerator<IdeaExport, void, undefined> {
    let after: Place | null = null;
    for (;;) {
      const batch: IdeaExport[] = await this.batch(actor, filter, after);
      yield* batch;
      const last = batch.at(-1);
      if (last === undefined || batch.length < BATCH) return;
      after = { number: last.number, moment: null };
    }
  }

  private batch(actor: Actor, filter: IdeaFilter, after: Place | null): Promise<IdeaExport[]> {
    return this.work.run(actor.organisation.id, async () => {
      const ideas = await this.ideas.wholeList(filterOf(filter, actor, this.clock.now()), { sort: 'newest', after, limit: BATCH });
      const ids = ideas.flatMap(({ submitterId, ownerId }) => [submitterId, ownerId]);
      const people = await this.members.people(ids, actor.language);
      const challenges = await this.challenges.named(ideas.map(({ challengeId }) => challengeId));
      const personOf = (member: string | null) => (member === null ? null : (people.get(member) ?? null));
      const items: IdeaExport[] = [];
      for (const idea of ideas) {
        const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
        const stepName = stepOf(definition, idea.step)?.names?.[actor.language] ?? idea.step;
        const challenge = idea.challengeId === null ? null : (challenges.get(idea.challengeId) ?? null);
        items.push(itemOf(idea, { stepName, submitter: personOf(idea.submitterId), owner: personOf(idea.ownerId), challenge }));
      }
      return items;
    });
  }
}

function itemOf(idea: Idea, named: Pick<IdeaExport, 'stepName' | 'submitter' | 'owner' | 'challenge'>): IdeaExport {
  const { number, title, pathway, step, language, need, tags, returnOn, mergedInto } = idea;
  const texts = Object.fromEntries(IDEA_TEXTS.map((text) => [text, idea[text]])) as Pick<Idea, (typeof IDEA_TEXTS)[number]>;
  return {
    ...{ number, title, pathway, step, ...named, language, need, ...texts, tags, returnOn, mergedInto },
    createdAt: idea.createdAt.toISOString(),
    stepSince: idea.stepSince.toISOString(),
    due: idea.due?.toISOString() ?? null,
    updatedAt: idea.updatedAt.toISOString(),
  };
}
