import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';
import { ErrorState } from '../ui/states/error-state';

/** The page could not be reached: the server does not answer, or a new version has just been installed. */
@Component({
  selector: 'polku-no-answer-page',
  imports: [ErrorState],
  template: '<main><polku-error-state code="busy" (retry)="again()" /></main>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoAnswerPage {
  /** The address that was asked for. */
  readonly to = input('/');
  private readonly document = inject(DOCUMENT);

  protected again(): void {
    const to = this.to();
    this.document.location.assign(to.startsWith('/') && !to.startsWith('//') ? to : '/');
  }
}
