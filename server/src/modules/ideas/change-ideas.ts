import { Injectable } from '@nestjs/common';
import { type ChangeIdeas as Change, type IdeasChange, type IdeasChanged, LIMITS } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, ProblemError } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { EditIdea } from './edit-idea.js';
import { IdeaViews } from './idea.view.js';
import { IdeasRepository } from './ideas.repository.js';
import { MoveIdea } from './move-idea.js';

type Fault = IdeasChanged['results'][number]['problem'];

/** Does one thing to many ideas: each by its own rules and in its own transaction, so that one that refuses stops no other. */
@Injectable()
export class ChangeIdeas {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moving: MoveIdea,
    private readonly editing: EditIdea,
    private readonly ideas: IdeasRepository,
    private readonly views: IdeaViews,
  ) {}

  /** Says of each idea what became of it. What only this request is at fault for, as an unknown owner, is said of each too. */
  async change(actor: Actor, { ideas, change }: Change): Promise<IdeasChanged> {
    const versions = new Map(ideas.toSorted((one, other) => one.number - other.number).map(({ number, version }) => [number, version]));
    const faults = new Map<number, Fault>();
    const numbers = [...versions.keys()];
    for (const number of await this.inTurn(actor, numbers, change)) {
      faults.set(number, await this.tryOne(actor, number, versions.get(number) ?? 0, change));
    }
    const cards = await this.work.run(actor.organisation.id, async () => this.views.cards(await this.ideas.rowsOf(numbers), actor));
    const byNumber = new Map(cards.map((card) => [card.number, card]));
    return { results: numbers.map((number) => ({ number, card: byNumber.get(number) ?? null, problem: faults.get(number) ?? null })) };
  }

  /**
   * By number: two that change the same ideas at once, each in one transaction because its answer is kept, wait for each other in turn. What
   * is moved goes to the top of its column, so the last goes first: they stand there in the order in which they stood before.
   */
  private async inTurn({ organisation }: Actor, numbers: readonly number[], change: IdeasChange): Promise<Iterable<number>> {
    if (change.kind !== 'move') return numbers;
    const lastFirst = await this.work.run(organisation.id, () => this.ideas.lockLastFirst(numbers));
    return new Set([...lastFirst, ...numbers]);
  }

  private async tryOne(actor: Actor, number: number, version: number, change: IdeasChange): Promise<Fault> {
    try {
      await this.one(actor, number, version, change);
      return null;
    } catch (error) {
      if (error instanceof ProblemError) return { code: error.code, refusals: error.extras.refusals ?? [] };
      throw error;
    }
  }

  private async one(actor: Actor, number: number, version: number, change: IdeasChange): Promise<void> {
    switch (change.kind) {
      case 'move':
        await this.moving.move(actor, number, { version, to: change.to, reason: change.reason, fields: change.fields });
        return;
      case 'assign':
        return this.editing.adjust(actor, number, () => ({ owner: change.owner }));
      case 'tag':
        return this.editing.adjust(actor, number, ({ tags }) => ({ tags: withTag(tags, change.tag) }));
      case 'untag':
        return this.editing.adjust(actor, number, ({ tags }) => ({ tags: tags.filter((tag) => tag !== change.tag) }));
    }
  }
}

function withTag(tags: readonly string[], tag: string): string[] {
  if (tags.includes(tag)) return [...tags];
  if (tags.length >= LIMITS.tags) throw Invalid.field('change.tag', 'too-many', `An idea has at most ${LIMITS.tags} tags.`);
  return [...tags, tag];
}
