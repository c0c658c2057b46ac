/** A stretch of a text, and whether it stands in this one of the two texts only. */
export interface Stretch {
  readonly text: string;
  readonly only: boolean;
}

// Comparing takes time and memory with the product of the lengths.
const mostWords = 1500;

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** For each word of both texts whether it belongs to their longest common sequence. */
const common = (before: readonly string[], after: readonly string[]): readonly [ReadonlySet<number>, ReadonlySet<number>] => {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const left = new Set<number>();
  const right = new Set<number>();
  for (let row = 0, column = 0; row < before.length && column < after.length;) {
    if (before[row] === after[column]) {
      left.add(row++);
      right.add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return [left, right];
};

const stretches = (words: readonly string[], shared: ReadonlySet<number>): Stretch[] => {
  const found: { text: string; only: boolean }[] = [];
  words.forEach((text, index) => {
    const only = !shared.has(index);
    const last = found.at(-1);
    if (last?.only === only) last.text += text;
    else found.push({ text, only });
  });
  return found;
};

/** Two texts in stretches: those that stand in both, and those that stand in one only. Very long texts are not compared word by word. */
export const differences = (before: string, after: string): { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] } => {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  if (from.length > mostWords || to.length > mostWords) {
    return { before: [{ text: before, only: false }], after: [{ text: after, only: false }] };
  }
  const [left, right] = common(from, to);
  return { before: stretches(from, left), after: stretches(to, right) };
};
