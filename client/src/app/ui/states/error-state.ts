import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTranslate } from '../../i18n/translate';

/** Something could not be loaded: what happened (a problem's code), and a way to try again. */
@Component({
  selector: 'polku-error-state',
  imports: [MatButton],
  template: `
    <div role="alert">
      <h2>{{ t('ui.error.title') }}</h2>
      <p>{{ t('codes.problem.' + code(), { seconds: 60 }) }}</p>
    </div>
    <button mat-stroked-button type="button" (click)="retry.emit()">{{ t('ui.error.retry') }}</button>
  `,
  styles: `
    :host {
      display: block;
      text-align: center;
      padding: var(--s6) var(--s4);
      max-width: 34em;
      margin: 0 auto;
    }

    p {
      color: var(--ink-2);
      margin: 4px 0 var(--s4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorState {
  readonly code = input.required<string>();
  readonly retry = output();
  protected readonly t = injectTranslate();
}
