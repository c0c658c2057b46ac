import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTranslate } from '../i18n/translate';
import { Session } from '../session/session';

/** What residents see while no public challenge is open. */
@Component({
  selector: 'polku-guest-page',
  imports: [MatButton],
  template: `
    <main class="page narrow">
      <h1>{{ t('shell.guest.title') }}</h1>
      <p>{{ t('shell.guest.text') }}</p>
      <p>
        <button matButton="outlined" type="button" (click)="signOut()">{{ t('shell.guest.sign-out') }}</button>
      </p>
    </main>
  `,
  styles: `
    p {
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GuestPage {
  protected readonly t = injectTranslate();
  private readonly session = inject(Session);

  protected signOut(): void {
    void this.session.signOut();
  }
}
