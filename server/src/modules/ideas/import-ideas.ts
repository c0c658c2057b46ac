import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Language } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { EventLog, type NewEvent } from '../../platform/outbox/index.js';
import type { Tenant } from '../../platform/tenancy/index.js';
import { Timers } from '../../platform/timers/index.js';
import { FirstStep } from './first-step.js';
import type { Idea } from './idea.entity.js';
import { IdeasRepository } from './ideas.repository.js';
import { type Importable, ImportedIdeasRepository, type KnownImport, type Origin } from './imported-ideas.repository.js';
import { ranksBelow } from './rank.js';

/** An idea as a source outside tells it. What is not there is not changed in an idea that exists. */
export interface ImportedIdea {
  /** Its name in the source: the same name is the same idea, also in a later import. */
  readonly externalId: string | null;
  readonly title: string;
  readonly need: string;
  readonly proposal?: string | null;
  readonly beneficiaries?: string | null;
  readonly effectGoal?: string | null;
  readonly tags?: readonly string[];
  readonly language?: Language;
  /** The member who submitted it; without one, who imports. */
  readonly submitter: string | null;
  /** What else the source says. */
  readonly note: string | null;
}

/** A part of an import, written at once. */
export interface ImportBatch {
  readonly importId: string;
  readonly tenant: Tenant;
  readonly importer: string;
  /** The language of ideas that name none. */
  readonly language: Language;
  /** Where new ideas are placed. */
  readonly step: string;
  readonly ideas: readonly ImportedIdea[];
}

const FIELDS = [
  'title',
  'need',
  'proposal',
  'beneficiaries',
  'effectGoal',
  'language',
  'tags',
] as const satisfies readonly (keyof Importable)[];

/**
 * Brings ideas in from outside: new ones are placed on any step, as history brought along, below what stands there and in the order
 * given; known ones take on the source's texts and never move. Nobody is told, and due dates count from now.
 */
@Injectable()
export class ImportIdeas {
  constructor(
    private readonly ideas: IdeasRepository,
    private readonly imported: ImportedIdeasRepository,
    private readonly first: FirstStep,
    private readonly events: EventLog,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /** How many of these external ids an import would update. Inside a unit of work. */
  countKnown(externalIds: readonly string[]): Promise<number> {
    return this.imported.countKnown(externalIds);
  }

  /** Writes a batch inside the transaction under way. @throws when the step is gone. */
  async bringIn(batch: ImportBatch): Promise<{ created: number; updated: number }> {
    await this.imported.takeTurn();
    const names = batch.ideas.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
    const known = new Map((await this.imported.lockKnown(names)).map((idea) => [idea.externalId, idea]));
    const fresh: ImportedIdea[] = [];
    const again: { source: ImportedIdea; idea: KnownImport }[] = [];
    for (const source of batch.ideas) {
      const idea = source.externalId === null ? undefined : known.get(source.externalId);
      if (idea) again.push({ source, idea });
      else fresh.push(source);
    }
    await this.create(batch, fresh);
    await this.change(batch, again);
    return { created: fresh.length, updated: again.length };
  }

  private async create(batch: ImportBatch, sources: readonly ImportedIdea[]): Promise<void> {
    if (sources.length === 0) return;
    const now = this.clock.now();
    const start = await this.first.on(batch.tenant, now, batch.step);
    if (!start) throw new Error(`The pathway has no step ${batch.step} any more.`);
    const numbers = await this.ideas.nextNumbers(sources.length);
    const ranks = ranksBelow(await this.imported.lastRank(start.pathway, start.step), sources.length);
    const ideas = sources.map((source, index): Idea => ({
      id: uuid(),
      organisationId: batch.tenant.id,
      number: at(numbers, index),
      pathway: start.pathway,
      pathwayVersion: start.version,
      step: start.step,
      cameFrom: null,
      stepSince: now,
      rank: at(ranks, index),
      version: 1,
      language: source.language ?? batch.language,
      title: source.title,
      need: source.need,
      proposal: source.proposal ?? null,
      beneficiaries: source.beneficiaries ?? null,
      effectGoal: source.effectGoal ?? null,
      schedule: null,
      costEstimate: null,
      testGroup: null,
      partners: null,
      tags: [...(source.tags ?? [])],
      submitterId: source.submitter ?? batch.importer,
      ownerId: null,
      pastOwners: [],
      due: start.due,
      returnOn: null,
      mergedInto: null,
      challengeId: null,
      createdAt: now,
      updatedAt: now,
    }));
    await this.imported.insert(ideas);
    await this.imported.keepOrigins(
      batch.importId,
      ideas.map(({ id }, index): Origin => ({ idea: id, externalId: at(sources, index).externalId, note: at(sources, index).note })),
    );
    await this.imported.joinTeams(
      ideas.flatMap(({ id }, index) => {
        const member = at(sources, index).submitter;
        return member === null ? [] : [{ idea: id, member }];
      }),
      now,
    );
    if (start.due) {
      const { due } = start;
      await this.timers.setAll(
        'step-due',
        ideas.map(({ id }) => ({ subject: id, due })),
      );
    }
    await this.events.recordAll(
      ideas.map((idea): NewEvent => ({
        kind: 'idea-imported',
        idea,
        member: batch.importer,
        to: start.step,
        data: { pathway: start.pathway, import: batch.importId },
      })),
    );
  }

  private async change(batch: ImportBatch, pairs: readonly { source: ImportedIdea; idea: KnownImport }[]): Promise<void> {
    const changed: (Importable & Pick<Idea, 'id' | 'version'>)[] = [];
    const events: NewEvent[] = [];
    const origins: Origin[] = [];
    for (const { source, idea } of pairs) {
      const fields = FIELDS.filter((field) => source[field] !== undefined && JSON.stringify(source[field]) !== JSON.stringify(idea[field]));
      if (source.note !== idea.note) origins.push({ idea: idea.id, externalId: source.externalId, note: source.note });
      if (fields.length === 0) continue;
      const after = Object.fromEntries(fields.map((field) => [field, source[field]]));
      const next = { ...idea, ...after, version: idea.version + 1 };
      changed.push(next);
      events.push({
        kind: 'idea-edited',
        idea: next,
        member: batch.importer,
        data: { fields, import: batch.importId },
        text: { before: Object.fromEntries(fields.map((field) => [field, idea[field]])), after },
      });
    }
    await this.imported.update(changed, this.clock.now());
    await this.imported.keepOrigins(batch.importId, origins);
    await this.events.recordAll(events);
  }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`there is no item ${index}`);
  return item;
}
