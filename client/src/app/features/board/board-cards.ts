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
    const changed = await this.store.own(async () => {
      const answer = await this.ideas.changeMany(this.session.organisation(), input);
      for (const { card } of answer.results) if (card) this.store.show(card);
      return answer;
    });
    void this.store.load();
    return changed;
  }

  override async takeBack(moved: readonly IdeaCard[]): Promise<number> {
    const back = await this.store.own(async () => {
      const cards = await this.ideas.undoMany(this.session.organisation(), moved);
      for (const card of cards) this.store.show(card);
      return cards.length;
    });
    void this.store.load();
    return back;
  }

  override find(q: string): Promise<readonly MemberView[]> {
    return this.members.find(this.session.organisation(), q);
  }
}
