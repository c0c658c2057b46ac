import type { Signal } from '@angular/core';
import type { ChangeIdeas, IdeaCard, IdeasChanged } from '#contracts';
import type { FoundPerson } from '../member-search/member-search';

/** The ideas that a page shows, of which many can be selected and changed at once; each page says of its own how. */
export abstract class ShownIdeas {
  /** What is shown, in its order: one list, or a list for each column. */
  abstract readonly lists: Signal<readonly (readonly IdeaCard[])[]>;

  /** Does one thing to many, and shows each as it then is. */
  abstract change(input: ChangeIdeas): Promise<IdeasChanged>;

  /** Takes back the moves that made these versions, and shows each idea where it was; gives those that were. */
  abstract takeBack(moved: readonly IdeaCard[]): Promise<readonly IdeaCard[]>;

  /** Looks up by a part of their name who may own an idea. */
  abstract find(q: string): Promise<readonly FoundPerson[]>;

  /** What went wrong with a request: its code (`codes.problem.…`) and, where it is known, the seconds to wait. */
  abstract problemOf(error: unknown): { readonly code: string; readonly retryAfter?: number | undefined };
}
