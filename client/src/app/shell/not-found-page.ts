import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTranslate } from '../i18n/translate';
import { Session } from '../session/session';
import { WaysOn } from '../ui/states/ways-on';

/** An address that leads nowhere, or where the person may not go; with ways on into the organisation, or the person's first one. */
@Component({
  selector: 'polku-not-found-page',
  imports: [MatButton, RouterLink, WaysOn],
  template: `
    <div class="page narrow">
      <h1>{{ t('shell.not-found.title') }}</h1>
      <p>{{ t('shell.not-found.text') }}</p>
      @if (organisation(); as slug) {
        <polku-ways-on [organisation]="slug" />
      } @else {
        <p>
          <a mat-flat-button routerLink="/">{{ t('shell.not-found.back') }}</a>
        </p>
      }
    </div>
  `,
  styles: `
    .page {
      text-align: center;
      padding-top: var(--s6);
    }

    p {
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  private readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly organisation = computed(() => this.session.organisation() || (this.session.me()?.organisations[0]?.slug ?? ''));
}
