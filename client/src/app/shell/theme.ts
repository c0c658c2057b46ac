import { computed, effect, Injectable, signal } from '@angular/core';

/** What was chosen: light, dark, or as the device has it. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const storageKey = 'polku.theme';

const stored = (): ThemeChoice => {
  try {
    const text = localStorage.getItem(storageKey);
    return text === 'light' || text === 'dark' ? text : 'auto';
  } catch {
    return 'auto';
  }
};

/** Light or dark, kept in the browser; `data-theme` on the page says which (public/theme.js sets it before the first paint). */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly systemDark = signal(this.system.matches);
  private readonly picked = signal<ThemeChoice>(stored());

  readonly choices: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
  readonly choice = this.picked.asReadonly();
  readonly shown = computed<'light' | 'dark'>(() => {
    const choice = this.picked();
    if (choice !== 'auto') return choice;
    return this.systemDark() ? 'dark' : 'light';
  });

  constructor() {
    this.system.addEventListener('change', (event) => this.systemDark.set(event.matches));
    effect(() => document.documentElement.setAttribute('data-theme', this.shown()));
  }

  choose(choice: ThemeChoice): void {
    try {
      localStorage.setItem(storageKey, choice);
    } catch {
      // Storage may be forbidden; then the choice holds until the page is closed.
    }
    this.picked.set(choice);
  }
}
