import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule, type ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiBellOutline } from '@mdi/js';
import type { NotificationView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Icon } from '../../ui/icon/icon';
import { Inbox } from './inbox';
import { NotificationList } from '../../ui/notifications/notification-list';

/** The bell: how many are unread, and the newest of them in a panel. */
@Component({
  selector: 'polku-bell',
  imports: [A11yModule, Icon, MatButton, MatIconButton, NotificationList, OverlayModule, RouterLink],
  templateUrl: './bell.html',
  styleUrl: './bell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Bell {
  protected readonly inbox = inject(Inbox);
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiBellOutline;
  protected readonly shown = signal(false);
  protected readonly newest = computed(() => this.inbox.items()?.slice(0, 8) ?? []);
  protected readonly badge = computed(() => (this.inbox.unread() > 99 ? '99+' : String(this.inbox.unread())));
  protected readonly positions: ConnectedPosition[] = [
    { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
    { originX: 'center', originY: 'bottom', overlayX: 'center', overlayY: 'top', offsetY: 6 },
  ];

  protected open(item: NotificationView): void {
    this.shown.set(false);
    if (!item.readAt) void this.inbox.markRead([item.id]);
  }
}
