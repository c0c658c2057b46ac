import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type { Language } from '#contracts';
import { LANGUAGES } from '#contracts/constants';
import { furtherStrings } from './translations';

const storageKey = 'polku.language';

/** Regional forms of the languages: days before months and 24 hours in English too, as everywhere else in Polku. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', pl: 'pl-PL', el: 'el-GR', sv: 'sv-SE', fi: 'fi-FI' };

const languageOf = (text: string | null | undefined): Language | undefined =>
  LANGUAGES.find((it) => it === text?.toLowerCase().split('-')[0]);

const stored = (): string | null => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
};

/** The language of the screen: chosen here before, else of the person, else of the browser. */
@Injectable({ providedIn: 'root' })
export class Languages {
  private readonly transloco = inject(TranslocoService);
  private readonly completed = signal<ReadonlySet<Language>>(new Set());
  private readonly wantsAll = signal(false);
  private lastShown: Promise<void> = Promise.resolve();
  private readonly language = signal<Language>(languageOf(stored()) ?? navigator.languages.map(languageOf).find(Boolean) ?? 'en');

  readonly current = this.language.asReadonly();
  /** Whether strings of this language that somebody needs are still on their way. */
  readonly isComing = computed(() => this.wantsAll() && !this.completed().has(this.language()));
  /** For `Intl`. */
  readonly locale = computed(() => locales[this.language()]);
  /** Each language by its own name. */
  readonly choices: readonly { readonly key: Language; readonly name: string }[] = [
    { key: 'en', name: 'English' },
    { key: 'pl', name: 'Polski' },
    { key: 'el', name: 'Ελληνικά' },
    { key: 'sv', name: 'Svenska' },
    { key: 'fi', name: 'Suomi' },
  ];

  /** Whether somebody chose a language in this browser. */
  wasChosen(): boolean {
    return languageOf(stored()) !== undefined;
  }

  /** Shows the language with which the page opens. */
  async start(): Promise<void> {
    await this.show(this.language());
  }

  /** Shows another language, and keeps the choice. */
  async choose(language: Language): Promise<void> {
    try {
      localStorage.setItem(storageKey, language);
    } catch {
      // Storage may be forbidden; then the choice holds until the page is closed.
    }
    await this.show(language);
  }

  /** Shows the person's own language unless another was chosen in this browser. */
  async suggest(language: Language): Promise<void> {
    if (!this.wasChosen() && language !== this.language()) await this.show(language);
  }

  /** Fetches what the first screen did not need; from now on a language is always shown whole. */
  async complete(): Promise<void> {
    this.wantsAll.set(true);
    await this.fetchFurther(this.language());
  }

  private async fetchFurther(language: Language): Promise<void> {
    if (this.completed().has(language)) return;
    this.transloco.setTranslation(await furtherStrings(language), language, { merge: true });
    this.completed.update((those) => new Set([...those, language]));
  }

  /** One after the other: the last that was wanted stays. */
  private show(language: Language): Promise<void> {
    const shown = this.lastShown.then(() => this.load(language));
    this.lastShown = shown.catch(() => undefined);
    return shown;
  }

  private async load(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    if (this.wantsAll()) await this.fetchFurther(language);
    this.transloco.setActiveLang(language);
    document.documentElement.lang = language;
    this.language.set(language);
  }
}
