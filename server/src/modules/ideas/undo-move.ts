import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { IdeaCard, UndoMove as Undo } from '#contracts';
import { Clock, startOfDay } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { Timers } from '../../platform/timers/index.js';
import type { Idea } from './idea.entity.js';
import { IdeaViews } from './idea.view.js';
import { IdeasRepository } from './ideas.repository.js';
import { rankBetween } from './rank.js';
import { TrailRepository } from './trail.repository.js';

/** Ten seconds are offered; the rest is for the way. */
const WITHIN = 15_000;

/** Takes the latest move of an idea back: it stands where it stood, since when and due when it was. Both moves stay in the history. */
@Injectable()
export class UndoMove {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly trail: TrailRepository,
    private readonly events: EventLog,
    private readonly timers: Timers,
    private readonly views: IdeaViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever made the move takes it back, within seconds and before anything else happened to the idea. Gives its card as it is now.
   * @throws NotFound, VersionConflict with the current idea, Refused (`undo-over`).
   */
  undo(actor: Actor, number: number, { version }: Undo): Promise<IdeaCard> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      if (idea.version !== version) throw new VersionConflict(await this.views.whole(idea, actor));
      const move = await this.trail.move(idea.id, version);
      const now = this.clock.now();
      if (!move?.before || move.member !== actor.member || now.getTime() - move.at.getTime() > WITHIN) {
        throw new Refused([{ code: 'undo-over', params: {}, link: null }]);
      }
      const { cameFrom, stepSince, due, returnOn, rank } = move.before;
      const restored: Idea = {
        ...idea,
        step: move.from,
        cameFrom,
        stepSince: new Date(stepSince),
        rank: await this.freeRank(idea, move.from, rank),
        version: idea.version + 1,
        due: due === null ? null : new Date(due),
        returnOn,
        updatedAt: now,
      };
      await this.write(restored, idea.step, actor);
      return this.views.one(restored, actor);
    });
  }

  private async write(restored: Idea, from: string, { member, organisation }: Actor): Promise<void> {
    const returns = restored.returnOn === null ? null : startOfDay(restored.returnOn, organisation.timeZone);
    await Promise.all([
      this.ideas.move(restored, from, { id: uuid(), member, before: null }),
      this.timers.setEach(restored.id, { 'step-due': restored.due, 'park-return': returns }),
      this.events.record({
        kind: 'idea-moved',
        idea: restored,
        member,
        from,
        to: restored.step,
        data: { pathway: restored.pathway, direction: 'undone', undone: true },
      }),
    ]);
  }

  /** The place it had; at the top of the column where another idea has it by now. */
  private async freeRank({ id, pathway }: Idea, step: string, rank: string): Promise<string> {
    if (!(await this.ideas.isTaken(pathway, step, rank))) return rank;
    const { above, below } = await this.ideas.gap(pathway, step, undefined, id);
    return rankBetween(above, below);
  }
}
