import type { Language, Translated } from '#contracts/constants';
import { WHERE_IT_WAS, type MachineDefinition, type TransitionDefinition } from './definition.js';

const HISTORY = 'where_it_was';

/**
 * A definition as a Mermaid state diagram, drawn from the definition itself: stations and asides by their name (or
 * key, where they have none), transitions by their name, decisions marked with ◆. "Where it was" is drawn as one
 * state of its own, which is what the way back leads to.
 */
export function toMermaid(definition: MachineDefinition, language: Language): string {
  const ids = new Map(definition.steps.map((step, at) => [step.key, `s${at}`]));
  const idOf = (step: string) => (step === WHERE_IT_WAS ? HISTORY : ids.get(step));
  const first = definition.steps[0];
  const lines = [
    'stateDiagram-v2',
    ...definition.steps.map((step) => `state "${label(step.names, step.key, language)}" as ${ids.get(step.key) ?? ''}`),
    ...(definition.transitions.some((it) => it.to === WHERE_IT_WAS) ? [`state "↩" as ${HISTORY}`] : []),
    ...(first ? [`[*] --> ${ids.get(first.key) ?? ''}`] : []),
    ...definition.transitions.flatMap((transition) => arrows(transition, idOf, language)),
    ...definition.steps.filter((step) => step.end === true).map((step) => `${ids.get(step.key) ?? ''} --> [*]`),
  ];
  return `${lines.join('\n  ')}\n`;
}

/** An arrow for each origin; a transition whose steps do not exist is a mistake for the check, not for the drawing. */
function arrows(transition: TransitionDefinition, idOf: (step: string) => string | undefined, language: Language): string[] {
  const to = idOf(transition.to);
  const decision = transition.decision === undefined ? '' : ` ◆ ${transition.decision}`;
  return transition.from.flatMap((step) => {
    const from = idOf(step);
    return from === undefined || to === undefined
      ? []
      : [`${from} --> ${to} : ${label(transition.names, transition.key, language)}${decision}`];
  });
}

/** Quotes, colons, semicolons, hashes and line ends mean something to Mermaid; its entities stand for them. */
function label(names: Translated | undefined, key: string, language: Language): string {
  const text = names?.[language] ?? key;
  return text.replace(/\s+/gu, ' ').replace(/[#;:"<>]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}
