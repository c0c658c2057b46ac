import type { Language, Translated } from '#contracts/constants';
import { WHERE_IT_WAS, type GuardUse, type MachineDefinition, type TransitionDefinition } from './definition.js';

const HISTORY = 'where_it_was';

/**
 * A definition as a Mermaid state diagram, drawn from the definition itself: stations and asides by their name (or
 * key, where they have none), transitions by their name, decisions marked with ◆, ends by an arrow to the end. "Where
 * it was" is drawn as one state of its own, which is what the way back leads to. Beside each step a note says what the
 * ways to it ask for, each once: most ways aside leave many steps.
 */
export function toMermaid(definition: MachineDefinition, language: Language): string {
  const { steps, transitions } = definition;
  const ids = new Map(steps.map((step, at) => [step.key, `s${at}`]));
  if (transitions.some((it) => it.to === WHERE_IT_WAS)) ids.set(WHERE_IT_WAS, HISTORY);
  const idOf = (step: string) => ids.get(step) ?? '';
  const first = steps[0];
  const lines = [
    'stateDiagram-v2',
    ...steps.map((step) => `state "${label(step.names, step.key, language)}" as ${idOf(step.key)}`),
    ...(ids.has(WHERE_IT_WAS) ? [`state "↩" as ${HISTORY}`] : []),
    ...(first ? [`[*] --> ${idOf(first.key)}`] : []),
    ...transitions.flatMap((transition) => arrows(transition, ids, language)),
    ...steps.filter((step) => step.end === true).map((step) => `${idOf(step.key)} --> [*]`),
    ...[...ids].flatMap(([step, id]) =>
      note(
        transitions.filter((it) => it.to === step),
        id,
        language,
      ),
    ),
  ];
  return `${lines.join('\n  ')}\n`;
}

/** An arrow for each origin; a transition whose steps do not exist is a mistake for the check, not for the drawing. */
function arrows({ key, names, from, to, decision }: TransitionDefinition, ids: ReadonlyMap<string, string>, language: Language): string[] {
  const target = ids.get(to);
  const mark = decision === undefined ? '' : ` ◆ ${plain(decision)}`;
  return from.flatMap((step) => {
    const origin = ids.get(step);
    return origin === undefined || target === undefined ? [] : [`${origin} --> ${target} : ${label(names, key, language)}${mark}`];
  });
}

/** The guards of the transitions that lead to a step, a line for each transition that has any. */
function note(leading: readonly TransitionDefinition[], id: string, language: Language): string[] {
  const lines = leading
    .filter((it) => it.guards.length > 0)
    .map(({ key, names, guards }) => `${label(names, key, language)} – ${guards.map(condition).join(', ')}`);
  return lines.length === 0 ? [] : [`note right of ${id}`, ...lines.map((line) => `  ${line}`), 'end note'];
}

/** A guard as it stands in the definition: its name, and what it is used with. */
function condition({ guard, params }: GuardUse): string {
  const values = Object.values(params).map((value) => (Array.isArray(value) ? value.join(' / ') : String(value)));
  return plain(values.length === 0 ? guard : `${guard} (${values.join(', ')})`);
}

function label(names: Translated | undefined, key: string, language: Language): string {
  return plain(names?.[language] ?? '') || plain(key) || '–';
}

/**
 * Any text as one line that means nothing to Mermaid: letters, digits and signs without a meaning stay, Mermaid's entities stand for all
 * others. Of words, "end note" ends a note and "direction LR" turns the drawing, wherever on a line: an entity for their space prevents it.
 */
function plain(text: string): string {
  return text
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .replace(/[^\p{L}\p{M}\p{N} ,.'’()/!?–-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`)
    .replace(/(end|direction) /giu, '$1#32;');
}
