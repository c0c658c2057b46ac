/** A part of a text, and whether it is what was looked for. */
export interface FoundPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** As people type it: without capitals and accents. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'l').toLocaleLowerCase();

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
/** Letters from which on the end of a word may differ: the search knows endings of five languages, and these few letters stand for them. */
const LONG = 5;
const ENDING = 2;

/** A text cut where words begin like those that are looked for: accents and capitals make no difference, nor does the ending of a long word. */
export const foundIn = (text: string, sought: string): FoundPart[] => {
  const beginnings = [...plain(sought).matchAll(WORD)].map(([word]) => (word.length >= LONG ? word.slice(0, -ENDING) : word));
  const parts: FoundPart[] = [];
  let at = 0;
  const push = (to: number, isFound: boolean): void => {
    if (to > at) parts.push({ text: text.slice(at, to), isFound });
    at = to;
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const known = plain(word);
    if (!beginnings.some((beginning) => known.startsWith(beginning))) continue;
    push(index, false);
    push(index + word.length, true);
  }
  push(text.length, false);
  return parts;
};
