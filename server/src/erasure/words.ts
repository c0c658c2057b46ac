/**
 * The columns in which people write, table by table: a name or an address may stand in them. All other columns hold ids, codes and what the
 * organisation calls its own things; a test looks that a new column is put on one side or the other.
 */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  amendment: ['before', 'after', 'reason'],
  attachment: ['name'],
  challenge: ['question', 'about', 'criteria'],
  comment: ['body'],
  effect_amendment: ['before', 'after', 'reason'],
  decision: ['idea_title', 'note', 'reason', 'must_change', 'explanation', 'evidence'],
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
  saved_view: ['name', 'filter'],
  scorecard: ['scores'],
};

/** What stands in a text where a name was. One character, so that no text grows over its limit. */
export const GONE = '…';

/**
 * Finds an address, and a name of several words, in any case; a name of one word only as it is written, since it may be an everyday word too
 * (Rose, Mark, and in Polish Maja). Always as whole words, over any white space. A regular expression of PostgreSQL that needs no flag, for
 * texts and for what jsonb and arrays look like as text.
 */
export function patternOf(name: string, address: string): string {
  return `(?<![[:alnum:]])(?:${either(name, address, (it) => JSON.stringify(it).slice(1, -1))})(?![[:alnum:]])`;
}

/** The same for texts in the program's hands. */
export function wordsOf(name: string, address: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${either(name, address)})(?![\p{L}\p{N}])`, 'u');
}

function either(name: string, address: string, written: (text: string) => string = (text) => text): string {
  const ofName = /\s/.test(name.trim()) ? inAnyCase : asWritten;
  return `${ofName(written(name.trim()))}|${inAnyCase(written(address.trim()))}`;
}

function asWritten(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
}

/** Not left to the database, whose idea of case depends on how it was made. */
function inAnyCase(text: string): string {
  return asWritten(text).replaceAll(/(\\.)|(\p{L})/gu, (found, escaped?: string) => {
    const [lower, upper] = [found.toLowerCase(), found.toUpperCase()];
    return escaped !== undefined || lower === upper || upper.length > found.length ? found : `[${lower}${upper}]`;
  });
}
