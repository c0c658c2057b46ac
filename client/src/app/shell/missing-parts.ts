import { ErrorHandler, inject, Injectable, Injector, runInInjectionContext } from '@angular/core';
import { Connection } from '../api/connection';
import { injectTranslate } from '../i18n/translate';
import { Messages } from '../ui/messages/messages';

/** What browsers say of a file of the client that was not to be had: Chromium, Firefox, Safari. */
const NOT_LOADED = /dynamically imported module|importing a module script failed/i;

/**
 * A dialog, or another part that is loaded when it is wanted, was not to be had: the network is away, or the server has got another version
 * since. A browser may remember that for as long as the tab is not loaded anew, so that is offered; never done by itself, somebody may be
 * writing.
 */
@Injectable()
export class MissingParts extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    if (!isNotLoaded(error)) {
      super.handleError(error);
      return;
    }
    // Not before there is an error: errors are handled before anything else is there.
    const [messages, t] = [this.injector.get(Messages), runInInjectionContext(this.injector, injectTranslate)];
    // Loading a page anew without a network would leave nothing of it.
    if (!this.injector.get(Connection).reachable()) messages.say(t('shell.part.offline'));
    else messages.say(t('shell.part.missing'), { name: t('shell.part.reload'), run: () => location.reload() });
  }
}

const isNotLoaded = (error: unknown): boolean => error instanceof Error && NOT_LOADED.test(error.message);
