import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Timers } from '../../platform/timers/index.js';
import { IdeasRepository } from './ideas.repository.js';
import { freshRanks } from './rank.js';

/** Gives a column fresh ranks, in the background, once one of them has grown long. The order stays, so nobody is told. */
@Injectable()
export class ShortenRanks implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly ideas: IdeasRepository,
  ) {}

  onModuleInit(): void {
    this.timers.handle('ranks-long', async ({ subject }) => {
      const idea = await this.ideas.byId(subject);
      if (idea) await this.ideas.rerank(idea.pathway, idea.step, freshRanks);
    });
  }
}
