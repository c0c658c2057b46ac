/** Without minus signs that have no word of their own: PostgreSQL nests them, and gives up when they are many. */
export function searchable(words: string): string {
  return words.replaceAll(/-(?=[^\p{L}\p{N}]*(?:-|$))/gu, '');
}

/**
 * Words by their beginnings, for what is still being typed and for languages that bend the ends of words.
 * Nothing for a search that says more than words: a phrase in quotes, or a word to leave out.
 */
export function beginnings(words: string): string {
  if (/"|(^|\s)-/.test(words)) return '';
  const letters = words.normalize('NFC').match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return letters
    .slice(0, 20)
    .map((word) => `${word}:*`)
    .join(' & ');
}
