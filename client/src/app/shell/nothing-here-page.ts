import { ChangeDetectionStrategy, Component } from '@angular/core';
import { NotFoundPage } from './not-found-page';

/** The page of an address that leads nowhere, outside any organisation. */
@Component({
  selector: 'polku-nothing-here-page',
  imports: [NotFoundPage],
  template: '<main><polku-not-found-page /></main>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NothingHerePage {}
