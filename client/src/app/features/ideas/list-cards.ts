import { computed, inject, Injectable } from '@angular/core';
import type { ChangeIdeas, IdeaCard, IdeasChanged, MemberView } from '#contracts';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { asProblem } from '../../api/problem-error';
import { Session } from '../../session/session';
import { ShownIdeas } from '../../ui/bulk/shown-ideas';
import { IdeasList } from './ideas-list';

/** The ideas of the list, as many of them are selected and changed at once. */
@Injectable()
export class ListCards extends ShownIdeas {
  private readonly ideas = inject(IdeasApi);
  private readonly members = inject(MembersApi);
  private readonly session = inject(Session);
  private readonly list = inject(IdeasList);

  override readonly lists = computed(() => [this.list.items()]);
  override readonly problemOf = asProblem;

  override async change(input: ChangeIdeas): Promise<IdeasChanged> {
    const changed = await this.ideas.changeMany(this.session.organisation(), input);
    for (const { card } of changed.results) if (card) this.list.renew(card);
    return changed;
  }

  override async takeBack(moved: readonly IdeaCard[]): Promise<readonly IdeaCard[]> {
    const back = await this.ideas.undoMany(this.session.organisation(), moved);
    for (const card of back) this.list.renew(card);
    return back;
  }

  override find(q: string): Promise<readonly MemberView[]> {
    return this.members.find(this.session.organisation(), q);
  }
}
