import { IntlMessageFormat } from 'intl-messageformat';
import { DateTime } from 'luxon';
import type { Language } from '#contracts';
import { type PathwayDefinition, stepOf } from '../../workflow/index.js';
import type { Told } from './told.js';
import { type WordKey, WORDS } from './words/index.js';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', pl: 'pl-PL', el: 'el-GR', sv: 'sv-SE', fi: 'fi-FI' };

const formats = new Map<string, IntlMessageFormat>();

/** A sentence in a language. */
export function say(language: Language, key: WordKey, values: Readonly<Record<string, string>> = {}): string {
  const name = `${language} ${key}`;
  const format = formats.get(name) ?? new IntlMessageFormat(WORDS[language][key], LOCALES[language]);
  formats.set(name, format);
  return String(format.format(values));
}

/** What happened, as one sentence in the reader's language. */
export function sentenceOf(told: Told, definition: PathwayDefinition, language: Language, timeZone: string): string {
  return say(language, sentenceKey(told), valuesOf(told, definition, language, timeZone));
}

/** What happened, as the subject of a mail. */
export function subjectOf(told: Told, definition: PathwayDefinition, language: Language, timeZone: string): string {
  return say(
    language,
    `subject-${isHandedAway(told) ? 'decision-delegated-away' : told.kind}`,
    valuesOf(told, definition, language, timeZone),
  );
}

/** A day or moment as people of this language write it, in the organisation's time zone. */
export function dayIn(language: Language, moment: string, timeZone: string): string {
  return DateTime.fromISO(moment, { zone: timeZone }).setLocale(LOCALES[language]).toLocaleString(DateTime.DATE_FULL);
}

function sentenceKey(told: Told): WordKey {
  const { kind, data } = told;
  if (isHandedAway(told)) return 'decision-delegated-away';
  if (kind === 'acknowledged' && typeof data['due'] !== 'string') return 'acknowledged-open';
  if (kind === 'moved' && typeof data['returnOn'] === 'string') return 'moved-until';
  if (kind === 'moved' && typeof data['into'] === 'number') return 'moved-into';
  return kind;
}

/** Who decides from now on reads another sentence than whose decision it was. */
function isHandedAway({ kind, member, data }: Told): boolean {
  return kind === 'decision-delegated' && member !== data['decider'];
}

function valuesOf(told: Told, definition: PathwayDefinition, language: Language, timeZone: string): Record<string, string> {
  const { data } = told;
  const stepName = (step: string | null) => (step === null ? '' : (stepOf(definition, step)?.names?.[language] ?? step));
  const code = (key: string) => (typeof data[key] === 'string' || typeof data[key] === 'number' ? String(data[key]) : '');
  const day = (key: string) => (typeof data[key] === 'string' ? dayIn(language, data[key], timeZone) : '');
  return {
    title: told.title,
    number: String(told.number),
    from: stepName(told.from),
    to: stepName(told.to),
    due: day('due'),
    deadline: day('deadline'),
    returnOn: day('returnOn'),
    until: day('until'),
    into: code('into'),
    // A hyphen ends a name in ICU message syntax.
    decision: code('decision').replaceAll('-', '_'),
    outcome: code('outcome'),
  };
}
