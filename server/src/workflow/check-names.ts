import { ANCHORED_SCORES, type Translated } from '#contracts/constants';
import type { MachineDefinition, TransitionDefinition } from './definition.js';
import { mistake, type Mistake } from './mistake.js';

type Names = Readonly<Record<string, string>> | undefined;

/** The names that lack a language, and those that people could not tell apart. */
export function checkNames(definition: MachineDefinition, languages: readonly string[]): Mistake[] {
  const missing = (place: string, names: Names): Mistake[] =>
    languages.filter((language) => nameIn(names, language) === '').map((language) => mistake(place, 'name-missing', { language }));
  const missingInCriteria = ({ criteria }: TransitionDefinition, place: string): Mistake[] =>
    (criteria ?? []).flatMap(({ names, anchors }, at) => [
      ...missing(`${place}.criteria[${at}].names`, names),
      ...ANCHORED_SCORES.flatMap((score) => missing(`${place}.criteria[${at}].anchors.${score}`, anchors[score])),
    ]);
  return [
    ...missing('names', definition.names),
    ...definition.steps.flatMap((step, at) => [
      ...missing(`steps[${at}].names`, step.names),
      ...(step.hint ? missing(`steps[${at}].hint`, step.hint) : []),
    ]),
    ...definition.transitions.flatMap((transition, at) => [
      ...missing(`transitions[${at}].names`, transition.names),
      ...missingInCriteria(transition, `transitions[${at}]`),
    ]),
    ...checkAlike(definition, languages),
  ];
}

/** Two columns, or two ways out of one step, with the same name in a language. */
function checkAlike({ steps, transitions }: MachineDefinition, languages: readonly string[]): Mistake[] {
  return languages.flatMap((language) => [
    ...alike(
      steps.map(({ names }, at) => ({ names, at, among: ['steps'] })),
      'steps',
      language,
    ),
    ...alike(
      transitions.map(({ names, from }, at) => ({ names, at, among: from })),
      'transitions',
      language,
    ),
  ]);
}

function alike(named: { names?: Translated; at: number; among: readonly string[] }[], list: string, language: string): Mistake[] {
  const known = new Set<string>();
  return named.flatMap(({ names, at, among }) => {
    const name = nameIn(names, language);
    const keys = among.map((place) => JSON.stringify([place, name]));
    const isKnown = name !== '' && keys.some((key) => known.has(key));
    keys.forEach((key) => known.add(key));
    return isKnown ? [mistake(`${list}[${at}].names`, 'duplicate-name', { language, name })] : [];
  });
}

function nameIn(names: Names, language: string): string {
  return names && Object.hasOwn(names, language) ? (names[language]?.trim() ?? '') : '';
}
