import type { HistoryItem } from '#contracts';
import { isFields } from './event-fields';

/** A text of the idea before and after it was edited. */
export interface ChangedText {
  /** Its name, as in `codes.name`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Texts, and lists of words as texts; the owner is named in the sentence above. */
const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((it) => typeof it === 'string') ? value.join(', ') : null;
};

/** What an edit changed, text by text; nothing of texts that were erased. */
export const changedTexts = ({ kind, details }: Pick<HistoryItem, 'kind' | 'details'>): ChangedText[] => {
  const { before, after } = details;
  if (kind !== 'idea-edited' || !isFields(before) || !isFields(after)) return [];
  return Object.keys(after).flatMap((name) => {
    const [was, is] = [asText(before[name]), asText(after[name])];
    return was === null || is === null || name === 'ownerId' || name === 'language' ? [] : [{ name, before: was, after: is }];
  });
};
