import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from './languages';

/** Finds a string by its key (`scope.key`) and fills its placeholders. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/**
 * `protected readonly t = injectTranslate();` and `{{ t('board.title') }}`. Reads the language as a signal: whatever was computed
 * or shown with it follows when the language changes, and when strings come that the first screen did not need.
 */
export const injectTranslate = (): Translate => {
  const transloco = inject(TranslocoService);
  const languages = inject(Languages);
  return (key, params) => {
    const language = languages.current();
    // Nobody is to read a key meanwhile.
    if (languages.isComing() && !(key in transloco.getTranslation(language))) return '';
    return transloco.translate(key, params);
  };
};

/** Whether there is a string of this key, for names that come from outside (a step of a pathway that others defined). */
export const injectKnownString = (): ((key: string) => boolean) => {
  const transloco = inject(TranslocoService);
  const languages = inject(Languages);
  return (key) => key in transloco.getTranslation(languages.current());
};
