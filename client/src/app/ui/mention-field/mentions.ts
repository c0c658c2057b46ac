/** Somebody who may be named in a text. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** A part of a text: plain, or somebody's name. */
export interface TextPart {
  readonly text: string;
  readonly isName: boolean;
}

/** What is being written behind an @ at the caret, and where the @ stands; null elsewhere. */
export const nameBegunAt = (text: string, caret: number): { readonly at: number; readonly begun: string } | null => {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]{0,40}(?: [\p{L}\p{M}'’.-]{1,40})?)$/u.exec(text.slice(0, caret));
  const begun = found?.[1];
  return begun === undefined ? null : { at: caret - begun.length - 1, begun };
};

/** Those of these people whose name stands in the text behind an @; of names that begin alike the longest counts. */
export const namedIn = <Person extends NamedPerson>(text: string, people: readonly Person[]): Person[] => {
  const named = new Set(partsOf(text, people).flatMap((part) => (part.isName ? [part.text] : [])));
  return people.filter(({ name }) => named.has(`@${name}`));
};

/** A text cut where somebody is named; of names that begin alike the longest counts. */
export const partsOf = (text: string, people: readonly NamedPerson[]): TextPart[] => {
  const names = people.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let [plain, at] = ['', 0];
  while (at < text.length) {
    const name = names.find((it) => text.startsWith(it, at));
    if (name === undefined) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (plain) parts.push({ text: plain, isName: false });
    parts.push({ text: name, isName: true });
    plain = '';
    at += name.length;
  }
  if (plain) parts.push({ text: plain, isName: false });
  return parts;
};
