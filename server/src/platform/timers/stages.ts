/** One of the things that a timer says in turn, and from when on. */
export interface Stage<Key extends string> {
  readonly key: Key;
  readonly at: Date;
}

/** What a timer says now, what is never said any more because of that, and what it waits for next. */
export interface Turn<Key extends string> {
  readonly say: Key | null;
  readonly skipped: readonly Key[];
  readonly next: Date | null;
}

/** The first stage after all that have been said; null when the last one has. @param stages in the order of their moments */
export function nextStage<Key extends string>(stages: readonly Stage<Key>[], said: ReadonlySet<Key>): Stage<Key> | null {
  return unsaid(stages, said)[0] ?? null;
}

/**
 * Whose turn it is at a moment. Each stage has at most one turn; where the clock has passed several that were not said, only the last
 * of them, the most severe, is.
 */
export function turnOf<Key extends string>(stages: readonly Stage<Key>[], said: ReadonlySet<Key>, now: Date): Turn<Key> {
  const open = unsaid(stages, said);
  const due = open.filter((stage) => stage.at <= now).map((stage) => stage.key);
  return { say: due.at(-1) ?? null, skipped: due.slice(0, -1), next: open[due.length]?.at ?? null };
}

function unsaid<Key extends string>(stages: readonly Stage<Key>[], said: ReadonlySet<Key>): readonly Stage<Key>[] {
  return stages.slice(stages.findLastIndex((stage) => said.has(stage.key)) + 1);
}
