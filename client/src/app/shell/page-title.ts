import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { injectTranslate } from '../i18n/translate';

/** Titles of pages are keys of strings, and follow the language. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly t = injectTranslate();
  private readonly title = inject(Title);
  private readonly key = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      this.title.setTitle(key ? `${this.t(key)} · Polku` : 'Polku');
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state));
  }
}
