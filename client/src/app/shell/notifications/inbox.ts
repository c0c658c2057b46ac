import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { NotificationView } from '#contracts';
import { NotificationsApi } from '../../api/notifications-api';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { Languages } from '../../i18n/languages';
import { Moments } from '../../i18n/moments';
import { Live } from '../../live/live';
import { Session } from '../../session/session';

/** What this person has been told in this organisation, newest first; follows the live stream. */
@Injectable({ providedIn: 'root' })
export class Inbox {
  private readonly api = inject(NotificationsApi);
  private readonly session = inject(Session);
  private readonly moments = inject(Moments);
  private readonly list = signal<readonly NotificationView[] | null>(null);
  private readonly count = signal(0);
  private readonly cursor = signal<string | null>(null);
  private readonly failure = signal<ProblemError | null>(null);

  /** Null until they are loaded. */
  readonly items = this.list.asReadonly();
  readonly unread = this.count.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);
  readonly problem = this.failure.asReadonly();

  constructor() {
    const live = inject(Live);
    const languages = inject(Languages);
    live.resets.subscribe(() => void this.load());
    effect(() => {
      // Each of these asks for the list again: another organisation, another language, something new.
      languages.current();
      live.told();
      if (this.session.organisation()) untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    const organisation = this.session.organisation();
    try {
      const page = await this.api.list(organisation);
      if (organisation !== this.session.organisation()) return;
      this.list.set(page.items);
      this.cursor.set(page.next);
      this.count.set(page.unread);
      this.failure.set(null);
    } catch (error) {
      this.failure.set(asProblem(error));
    }
  }

  async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null) return;
    try {
      const page = await this.api.list(this.session.organisation(), cursor);
      const known = new Set(this.list()?.map((it) => it.id));
      this.list.update((items) => [...(items ?? []), ...page.items.filter((it) => !known.has(it.id))]);
      this.cursor.set(page.next);
    } catch (error) {
      this.failure.set(asProblem(error));
    }
  }

  /** Marks these as read, or without ids all. The screen does not wait for the server. */
  async markRead(ids?: readonly string[]): Promise<void> {
    const now = this.moments.now();
    this.list.update((items) => items?.map((it) => (!it.readAt && (!ids || ids.includes(it.id)) ? { ...it, readAt: now } : it)) ?? null);
    try {
      this.count.set((await this.api.read(this.session.organisation(), ids)).unread);
    } catch (error) {
      this.failure.set(asProblem(error));
      await this.load();
    }
  }
}
