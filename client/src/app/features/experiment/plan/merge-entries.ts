import type { CardEntry, EntryName } from './card-entry';

/** A field that two people wrote at once. */
export interface Clash {
  readonly name: EntryName;
  readonly mine: CardEntry[EntryName];
  readonly theirs: CardEntry[EntryName];
}

const plain = (value: CardEntry[EntryName]): string =>
  typeof value === 'string'
    ? value.trim().replace(/(?<=\d),(?=\d)/g, '.')
    : JSON.stringify(typeof value === 'object' ? value.map((it) => it.id) : value);

/** Whether two values say the same; blanks around a text and the sign of a decimal do not count. */
export const saysSame = (one: CardEntry[EntryName], other: CardEntry[EntryName]): boolean => plain(one) === plain(other);

const namesOf = (entry: CardEntry): EntryName[] => Object.keys(entry) as EntryName[];

/** The fields in which two forms differ. */
export const changedIn = (base: CardEntry, entry: CardEntry): readonly EntryName[] =>
  namesOf(entry).filter((name) => !saysSame(base[name], entry[name]));

// A threshold means nothing under another kind, or for another size: they are saved together.
const together: readonly EntryName[] = ['kind', 'unit', 'threshold', 'baseline', 'sampleSize'];

/** What is written, but where it is faulty what stood there before. */
export const withoutFaulty = (base: CardEntry, entry: CardEntry, isFaulty: (name: EntryName) => boolean): CardEntry => {
  const keepsMeasured = together.some(isFaulty);
  return namesOf(entry)
    .filter((name) => isFaulty(name) || (keepsMeasured && together.includes(name)))
    .reduce((sound, name) => ({ ...sound, [name]: base[name] }), entry);
};

/**
 * What others saved, and what is being written here, from the same beginning: a field that only one of them changed is theirs who changed it; a
 * field that both changed stays as it is written here, and is told.
 */
export const mergeEntries = (
  base: CardEntry,
  mine: CardEntry,
  theirs: CardEntry,
): { readonly entry: CardEntry; readonly clashes: readonly Clash[] } => {
  const clashes: Clash[] = [];
  const taken: EntryName[] = [];
  for (const name of changedIn(base, theirs)) {
    if (saysSame(mine[name], theirs[name])) continue;
    if (saysSame(base[name], mine[name])) taken.push(name);
    else clashes.push({ name, mine: mine[name], theirs: theirs[name] });
  }
  const entry = taken.reduce((merged, name) => ({ ...merged, [name]: theirs[name] }), mine);
  return { entry, clashes };
};
