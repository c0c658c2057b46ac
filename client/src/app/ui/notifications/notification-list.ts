import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { NotificationView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';

/** Notifications as links to what they are about; unread ones are marked with a dot and a word. */
@Component({
  selector: 'polku-notification-list',
  template: `
    <ul>
      @for (item of items(); track item.id) {
        <li [class.unread]="!item.readAt">
          <a [href]="item.link" (click)="follow(item, $event)">
            <span class="text">
              @if (!item.readAt) {
                <span class="cdk-visually-hidden">{{ t('shell.notifications.unread') }}: </span>
              }
              {{ item.text }}
            </span>
            @if (item.reason) {
              <q>{{ item.reason }}</q>
            }
            <span class="facts">#{{ item.number }} · {{ moments.ago(item.at) }}</span>
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './notification-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationList {
  readonly items = input.required<readonly NotificationView[]>();
  /** One of them was opened. */
  readonly opened = output<NotificationView>();
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  private readonly router = inject(Router);

  protected follow(item: NotificationView, event: MouseEvent): void {
    this.opened.emit(item);
    // With a modifier the browser opens a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.router.navigateByUrl(item.link);
  }
}
