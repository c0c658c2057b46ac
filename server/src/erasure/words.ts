/**
 * The columns in which people write, table by table: a name or an address may stand in them. All other columns hold ids, codes and what the
 * organisation calls its own things; a test looks that a new column is put on one side or the other.
 */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  amendment: ['before', 'after', 'reason'],
  decision: ['note', 'reason', 'must_change', 'explanation', 'evidence'],
  delegation: ['reason'],
  delivery: ['last_error'],
  engagement: ['who', 'how', 'heard'],
  experiment: ['title', 'card', 'result'],
  idea: ['title', 'need', 'proposal', 'beneficiaries', 'effect_goal', 'schedule', 'cost_estimate', 'test_group', 'partners', 'tags'],
  idea_origin: ['note'],
  idempotency_key: ['body'],
  import: ['file_name', 'columns', 'mapping', 'sample', 'errors'],
  lesson: ['observed', 'learned', 'therefore', 'about'],
  measurement: ['note'],
  measurement_correction: ['before', 'after', 'reason'],
  observation: ['text'],
  panel_member: ['conflict'],
  rollout: ['effect_unit', 'milestones', 'measured_note'],
  scorecard: ['scores'],
};

/** What stands in a text where a name was. One character, so that no text grows over its limit. */
export const GONE = '…';

/**
 * Finds a name or an address as whole words, in any case and over any white space, in texts and in what jsonb and arrays look like as text:
 * a regular expression of PostgreSQL.
 */
export function patternOf(...said: readonly string[]): string {
  return `(?<![[:alnum:]])(?:${either(said.map((it) => JSON.stringify(it).slice(1, -1)))})(?![[:alnum:]])`;
}

/** The same for texts in the program's hands. */
export function wordsOf(...said: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${either(said)})(?![\p{L}\p{N}])`, 'iu');
}

function either(said: readonly string[]): string {
  const escaped = said.map((it) => it.trim().replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return escaped.map((it) => it.replaceAll(/\s+/g, String.raw`\s+`)).join('|');
}
