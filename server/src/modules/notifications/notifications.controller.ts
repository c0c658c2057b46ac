import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  listNotifications,
  type ListNotifications,
  notificationPage,
  type NotificationPage,
  readNotifications,
  type ReadNotifications as Read,
  unreadView,
  type UnreadView,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ReadNotifications } from './read-notifications.js';

/** What a member is told. */
@Controller('api/v1/organisations/:organisation/notifications')
export class NotificationsController {
  constructor(private readonly reading: ReadNotifications) {}

  @Get()
  @Permit('list-notifications', 'What I was told, newest first')
  @Answers(200, notificationPage, 401, 403, 404, 422)
  list(@CurrentActor() actor: Actor, @Query({ schema: listNotifications }) query: ListNotifications): Promise<NotificationPage> {
    return this.reading.list(actor, query);
  }

  @Post('read')
  @HttpCode(200)
  @Permit('read-notifications', 'Mark notifications as read')
  @Answers(200, unreadView, 400, 401, 403, 404, 413, 422)
  read(@CurrentActor() actor: Actor, @Body({ schema: readNotifications }) body: Read): Promise<UnreadView> {
    return this.reading.read(actor, body);
  }
}
