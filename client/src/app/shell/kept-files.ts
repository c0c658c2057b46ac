import { inject, Injectable } from '@angular/core';
import { Languages } from '../i18n/languages';
import { injectTranslate } from '../i18n/translate';
import { Messages } from '../ui/messages/messages';

/** How often a tab that stays open asks for a new version, at most, in milliseconds. */
const PATIENCE = 3_600_000;

/** What public/service-worker.js says once it has kept a version. */
interface Kept {
  readonly kind: 'kept';
  readonly files: readonly string[];
}

/** Has the browser keep the files of the client for when there is no network, and says so when a newer version is there than the one shown. */
@Injectable({ providedIn: 'root' })
export class KeptFiles {
  private readonly messages = inject(Messages);
  private readonly languages = inject(Languages);
  private readonly t = injectTranslate();

  /** Only over https, or at this computer: elsewhere browsers keep nothing. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const worker = navigator.serviceWorker;
    worker.addEventListener('message', ({ data }: MessageEvent<Kept>) => {
      if (data.kind === 'kept' && isOther(data.files)) void this.sayNewer();
    });
    try {
      const registration = await worker.register('/service-worker.js', { updateViaCache: 'none' });
      askNowAndThen(registration);
    } catch {
      // Forbidden in this browser, or no network: Polku works the same, only not without a network.
    }
  }

  /** Never by itself: somebody may be writing. */
  private async sayNewer(): Promise<void> {
    await this.languages.complete();
    this.messages.say(this.t('offline.newer'), { name: this.t('offline.reload'), run: () => location.reload() });
  }
}

/** Whether this page was built from other files. */
const isOther = (files: readonly string[]): boolean => {
  const shown = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');
  return typeof shown === 'string' && !files.includes(shown);
};

const askNowAndThen = (registration: ServiceWorkerRegistration | undefined): void => {
  let asked = performance.now();
  document.addEventListener('visibilitychange', ({ timeStamp }) => {
    if (document.visibilityState !== 'visible' || timeStamp - asked < PATIENCE) return;
    asked = timeStamp;
    registration?.update().catch(() => undefined);
  });
};
