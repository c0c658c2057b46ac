import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ListNotifications, NotificationPage, NotificationView, ReadNotifications as Read, UnreadView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { pageOf, readCursor } from '../../platform/http/index.js';
import { LiveBus } from '../../platform/live/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { type NotificationRow, NotificationsRepository } from './notifications.repository.js';
import { sentenceOf } from './phrasing.js';
import { linkOf, reasonOf } from './told.js';

const idKey = z.tuple([z.uuid()]);

/** Shows a member what they were told, and keeps what they have read. */
@Injectable()
export class ReadNotifications {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifications: NotificationsRepository,
    private readonly pathways: PathwaysRepository,
    private readonly bus: LiveBus,
    private readonly clock: Clock,
  ) {}

  /** A page, newest first. */
  list(actor: Actor, query: ListNotifications): Promise<NotificationPage> {
    return this.work.run(actor.organisation.id, async () => {
      const rows = await this.notifications.list(actor.member, {
        unread: query.unread === true,
        before: readCursor(query.cursor, idKey)?.[0] ?? null,
        limit: query.limit + 1,
      });
      const { items, next } = pageOf(rows, query.limit, (row) => [row.id]);
      const views: NotificationView[] = [];
      for (const row of items) views.push(await this.view(row, actor));
      return { items: views, next, unread: await this.notifications.unread(actor.member) };
    });
  }

  /** Marks these as read, or all; what is not theirs stays as it is. The member's other windows hear of it. */
  read(actor: Actor, { ids }: Read): Promise<UnreadView> {
    const organisation = actor.organisation.id;
    return this.work.run(organisation, async () => {
      const marked = await this.notifications.markRead(actor.member, ids ?? null, this.clock.now());
      if (marked > 0) this.work.afterCommit(() => void this.bus.announce({ organisation, notified: [actor.member] }));
      return { unread: await this.notifications.unread(actor.member) };
    });
  }

  private async view(row: NotificationRow, actor: Actor): Promise<NotificationView> {
    const definition = await this.pathways.definition(row.pathway, row.pathwayVersion);
    return {
      id: row.id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      at: row.at.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      text: sentenceOf(row, definition, actor.language, actor.organisation.timeZone),
      reason: reasonOf(row),
      link: linkOf(row, actor.organisation.slug),
    };
  }
}
