import { computed, inject, type Signal } from '@angular/core';
import { Router } from '@angular/router';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { pagesFor } from '../pages';
import { Theme } from '../theme';

/** Something that can be done from everywhere. */
export interface Command {
  readonly key: string;
  /** `go`: a page; `do`: everything else. */
  readonly group: 'go' | 'do';
  readonly words: string;
  /** Other words by which it is found. */
  readonly also?: string;
  /** What stands beside it, such as its key. */
  readonly hint?: string;
  readonly act?: () => unknown;
  /** What opens in the place of the palette. */
  readonly opens?: 'shortcuts';
}

/** Gives what can be done from everywhere, in the language of the screen. */
export const injectCommands = (): Signal<readonly Command[]> => {
  const router = inject(Router);
  const session = inject(Session);
  const languages = inject(Languages);
  const theme = inject(Theme);
  const t = injectTranslate();
  const go = (...path: readonly string[]): Promise<boolean> => router.navigate(['/', session.organisation(), ...path]);
  return computed(() => {
    return [
      ...pagesFor(session.isHub()).map((page): Command => ({
        key: page,
        group: 'go',
        words: t(`shell.nav.${page}`),
        also: page,
        act: () => go(page),
      })),
      { key: 'sessions', group: 'go', words: t('shell.me.sessions'), act: () => go('sessions') },
      { key: 'submit', group: 'do', words: t('shell.submit'), also: 'new', act: () => go('ideas', 'new') },
      ...theme.choices
        .filter((choice) => choice !== theme.choice())
        .map((choice): Command => {
          const words = `${t('shell.theme.label')}: ${t(`shell.theme.${choice}`)}`;
          return { key: `theme-${choice}`, group: 'do', words, also: 'theme', act: () => theme.choose(choice) };
        }),
      ...languages.choices
        .filter(({ key }) => key !== languages.current())
        .map(({ key, name }): Command => {
          const words = `${t('shell.language')}: ${name}`;
          return { key: `language-${key}`, group: 'do', words, also: 'language', act: () => languages.choose(key) };
        }),
      { key: 'shortcuts', group: 'do', words: t('palette.shortcuts'), hint: '?', opens: 'shortcuts' },
    ];
  });
};
