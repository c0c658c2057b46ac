import { OverlayContainer } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { injectTranslate } from '../i18n/translate';
import { Bell } from './notifications/bell';
import { PersonMenu } from './person-menu';

/** The bell and the person, in the corner of every page. It brings the menus and panels along, which the first screen does not wait for. */
@Component({
  selector: 'polku-corner',
  imports: [Bell, PersonMenu],
  template: `
    <polku-bell />
    <polku-person-menu />
  `,
  styles: ':host { display: contents; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Corner {
  private readonly t = injectTranslate();

  constructor() {
    // Menus and panels lie outside the page's landmarks: theirs needs a name, in the language of the screen.
    const container = inject(OverlayContainer).getContainerElement();
    container.setAttribute('role', 'region');
    effect(() => container.setAttribute('aria-label', this.t('shell.overlays')));
  }
}
