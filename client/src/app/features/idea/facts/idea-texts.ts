import type { EditIdea, IdeaView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { tagsIn } from '../../../ui/tags-field/tags-field';

/** The texts of an idea that can be written where they stand. */
export const TEXTS = [
  'title',
  'need',
  'proposal',
  'beneficiaries',
  'effectGoal',
  'schedule',
  'costEstimate',
  'testGroup',
  'partners',
  'tags',
] as const;

/** One of the texts of an idea. */
export type TextName = (typeof TEXTS)[number];

/** Texts that may not be emptied. */
export const neededTexts: readonly TextName[] = ['title', 'need'];

/** Most characters of a text. */
export const limitOf = (name: TextName): number => {
  if (name === 'title') return LIMITS.title;
  return name === 'tags' ? LIMITS.tags * (LIMITS.tag + 2) : LIMITS.text;
};

/** A text of the idea as it is written: tags parted by commas, nothing as an empty text. */
export const textOf = (idea: IdeaView, name: TextName): string => (name === 'tags' ? idea.tags.join(', ') : (idea[name] ?? ''));

/** The change that writes this text. */
export const changeOf = (name: TextName, written: string): Omit<EditIdea, 'version'> => {
  const text = written.trim();
  if (name === 'tags') return { tags: [...new Set(tagsIn(text))].slice(0, LIMITS.tags) };
  return { [name]: text === '' && !neededTexts.includes(name) ? null : text };
};

/** What saving a text means, now that the idea may have changed since somebody began to write. */
export type Saving = 'nothing' | 'write' | 'conflict';

/** Compares the text from which somebody began, what they wrote, and the text as it is now. */
export const savingOf = (began: string, written: string, now: string): Saving => {
  if (written.trim() === now.trim()) return 'nothing';
  return began.trim() === now.trim() ? 'write' : 'conflict';
};
