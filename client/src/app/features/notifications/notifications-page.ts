import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-notifications-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class NotificationsPage {}
