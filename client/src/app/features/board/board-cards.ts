import { computed, inject, Injectable } from '@angular/core';
import type { ChangeIdeas, IdeaCard, IdeasChanged, MemberView } from '#contracts';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { asProblem } from '../../api/problem-error';
import { Session } from '../../session/session';
import { ShownIdeas } from '../../ui/bulk/shown-ideas';
import { BoardStore } from './board-store';

/** The cards of the board, as many of them are selected and changed at once; where each then stands is the server's to say. */
@Injectable()
export class BoardCards extends ShownIdeas {
  private readonly ideas = inject(IdeasApi);
  private readonly members = inject(MembersApi);
  private readonly session = inject(Session);
  private readonly store = inject(BoardStore);

  override readonly lists = computed(() => this.store.columns().map((column) => column.cards));
  override readonly problemOf = asProblem;

  override async change(input: ChangeIdeas): Promise<IdeasChanged> {
    await this.store.settled();
    return this.store.changeMany(async () => {
      const result = await this.ideas.changeMany(this.session.organisation(), input);
      return { cards: result.results.flatMap(({ card }) => card ?? []), result };
    });
  }

  override async takeBack(moved: readonly IdeaCard[]): Promise<readonly IdeaCard[]> {
    return this.store.changeMany(async () => {
      const cards = await this.ideas.undoMany(this.session.organisation(), moved);
      return { cards, result: cards };
    });
  }

  override find(q: string): Promise<readonly MemberView[]> {
    return this.members.find(this.session.organisation(), q);
  }
}
