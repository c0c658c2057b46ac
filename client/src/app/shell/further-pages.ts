import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { mdiDotsHorizontal } from '@mdi/js';
import { injectTranslate } from '../i18n/translate';
import { Session } from '../session/session';
import { Icon } from '../ui/icon/icon';
import type { PageKey } from './pages';

/** A page of the organisation, as the way around shows it. */
export interface PageLink {
  readonly key: PageKey;
  readonly icon: string;
}

/** The pages that have no room at the foot of a phone, as a menu. */
@Component({
  selector: 'polku-further-pages',
  imports: [Icon, MatMenuModule, RouterLink, RouterLinkActive],
  templateUrl: './further-pages.html',
  styleUrl: './further-pages.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FurtherPages {
  readonly links = input.required<readonly PageLink[]>();
  /** Whether one of them is the page that is shown. */
  readonly isHere = input(false);
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiDotsHorizontal;
}
