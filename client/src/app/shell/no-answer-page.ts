import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, inject, input, signal, type OnInit } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Languages } from '../i18n/languages';
import { Moments } from '../i18n/moments';
import { injectTranslate } from '../i18n/translate';
import { Logo } from '../ui/logo/logo';
import { ErrorState } from '../ui/states/error-state';

/** How often to look whether the server is there again, in milliseconds. */
const LOOK = 5_000;

/** How long a page that was loaded anew is not loaded anew by itself once more, in milliseconds: that might never end. */
const ONCE_IN = 60_000;
const LOADED_ANEW = 'polku.loaded-anew';

/**
 * The page could not be reached. Either there is no network: then it says what that means, and goes on by itself; or the server is there and
 * does not answer, or has just got a new version. A browser may remember that a file of a page was not to be had for as long as the tab is
 * not loaded anew: that is done once, by itself.
 */
@Component({
  selector: 'polku-no-answer-page',
  imports: [ErrorState, Logo, MatButton],
  template: `
    <main>
      @switch (state()) {
        @case ('offline') {
          <polku-logo />
          <div role="status">
            <h1>{{ t('offline.title') }}</h1>
            <p>{{ t('offline.what') }}</p>
            <p>{{ t('offline.kept') }}</p>
            <p>{{ t('offline.goes-on') }}</p>
          </div>
          <button mat-stroked-button type="button" (click)="look()">{{ t('offline.retry') }}</button>
        }
        @case ('wordless') {
          <polku-error-state code="offline" (retry)="look()" />
        }
        @case ('busy') {
          <polku-error-state code="busy" (retry)="again()" />
        }
      }
    </main>
  `,
  styles: `
    main {
      display: grid;
      justify-items: center;
      gap: var(--s4);
      max-width: 34em;
      margin: 0 auto;
      padding: var(--s7) var(--s4);
      text-align: center;
    }

    p {
      margin-top: var(--s3);
      color: var(--ink-2);
      text-wrap: pretty;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoAnswerPage implements OnInit {
  /** The address that was asked for. */
  readonly to = input('/');
  /** What it lacked: an answer of the server, or its own files. */
  readonly without = input<'answer' | 'files'>('answer');
  private readonly document = inject(DOCUMENT);
  private readonly languages = inject(Languages);
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  /** `wordless`: offline, and the words for it have not been kept. */
  protected readonly state = signal<'looking' | 'offline' | 'wordless' | 'busy'>('looking');

  constructor() {
    const lookAgain = (): void => void this.look();
    const timer = setInterval(() => {
      if (this.isOffline()) lookAgain();
    }, LOOK);
    addEventListener('online', lookAgain);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      removeEventListener('online', lookAgain);
    });
  }

  ngOnInit(): void {
    void this.look();
  }

  /** Looks whether the server is there; if it was away, goes on. */
  protected async look(): Promise<void> {
    if (await isThere()) {
      if (this.isOffline() || (this.without() === 'files' && mayLoadAnew(this.to(), Date.parse(this.moments.now())))) this.again();
      else this.state.set('busy');
    } else if (!this.isOffline()) {
      await this.languages.complete().then(
        () => this.state.set('offline'),
        () => this.state.set('wordless'),
      );
    }
  }

  protected again(): void {
    const to = this.to();
    this.document.location.assign(to.startsWith('/') && !to.startsWith('//') ? to : '/');
  }

  private isOffline(): boolean {
    return this.state() === 'offline' || this.state() === 'wordless';
  }
}

/** Notes that `address` is loaded anew at `now`. False: it has just been. */
const mayLoadAnew = (address: string, now: number): boolean => {
  try {
    const [before, at] = (sessionStorage.getItem(LOADED_ANEW) ?? '').split(' ');
    if (before === address && now - Number(at) < ONCE_IN) return false;
    sessionStorage.setItem(LOADED_ANEW, `${address} ${now}`);
    return true;
  } catch {
    // Without a place to note it, somebody has to say so.
    return false;
  }
};

const isThere = async (): Promise<boolean> => {
  try {
    return (await fetch('/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};
