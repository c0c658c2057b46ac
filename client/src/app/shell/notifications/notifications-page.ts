import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTranslate } from '../../i18n/translate';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { Inbox } from './inbox';
import { NotificationList } from '../../ui/notifications/notification-list';

/** Everything the person has been told. */
@Component({
  selector: 'polku-notifications-page',
  imports: [EmptyState, ErrorState, MatButton, NotificationList, Skeleton],
  template: `
    <div class="page narrow">
      <div class="page-head">
        <h1>{{ t('shell.notifications.title') }}</h1>
        @if (inbox.unread() > 0) {
          <button mat-button type="button" (click)="inbox.markRead()">{{ t('shell.notifications.read-all') }}</button>
        }
      </div>
      @if (inbox.items(); as items) {
        @if (items.length > 0) {
          <div class="box sheet">
            <polku-notification-list [items]="items" (opened)="inbox.markRead([$event.id])" />
          </div>
          @if (inbox.hasMore()) {
            <button mat-stroked-button type="button" class="more" (click)="inbox.more()">{{ t('shell.notifications.more') }}</button>
          }
        } @else {
          <polku-empty-state [heading]="t('shell.notifications.empty')">
            <p>{{ t('shell.notifications.empty-text') }}</p>
          </polku-empty-state>
        }
      } @else if (inbox.problem(); as problem) {
        <polku-error-state [code]="problem.code" (retry)="inbox.load()" />
      } @else {
        <div class="box"><polku-skeleton [lines]="5" /></div>
      }
    </div>
  `,
  styles: `
    .sheet {
      padding: var(--s2);
    }

    .more {
      margin-top: var(--s4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationsPage {
  protected readonly inbox = inject(Inbox);
  protected readonly t = injectTranslate();
}
