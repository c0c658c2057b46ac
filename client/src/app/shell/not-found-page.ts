import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTranslate } from '../i18n/translate';

/** An address that leads nowhere, or where the person may not go. */
@Component({
  selector: 'polku-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="page narrow">
      <h1>{{ t('shell.not-found.title') }}</h1>
      <p>{{ t('shell.not-found.text') }}</p>
      <p>
        <a routerLink="/">{{ t('shell.not-found.back') }}</a>
      </p>
    </div>
  `,
  styles: `
    p {
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  protected readonly t = injectTranslate();
}
