import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { debounceTime, filter, merge } from 'rxjs';
import type { LiveChange, NotificationView } from '#contracts';
import { HomeApi } from '../../api/home-api';
import { Loaded } from '../../api/loaded';
import { NotificationsApi } from '../../api/notifications-api';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { isAboutDecisions } from '../../live/about-decisions';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { NotificationList } from '../../ui/notifications/notification-list';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { DutyRow } from './duty-row';
import { IdeaStation } from './idea-station';

/** Where one begins: my ideas as stations on their path, what waits for me, what is new. */
@Component({
  selector: 'polku-home-page',
  imports: [DutyRow, ErrorState, IdeaStation, MatButton, NotificationList, RouterLink, Skeleton],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  private readonly api = inject(HomeApi);
  private readonly notifications = inject(NotificationsApi);
  protected readonly t = injectTranslate();
  protected readonly organisation = inject(Session).organisation;
  protected readonly home = new Loaded(() => this.api.read(this.organisation()));
  private readonly shownNumbers = computed(() => {
    const { ideas, waiting } = this.home.value() ?? { ideas: { items: [] }, waiting: { items: [] } };
    return new Set([...ideas.items, ...waiting.items].map(({ number }) => number));
  });
  private shownOf = '';

  constructor() {
    const live = inject(Live);
    const languages = inject(Languages);
    merge(live.changes.pipe(filter((change) => this.concerns(change))), live.resets)
      .pipe(debounceTime(300), takeUntilDestroyed())
      .subscribe(() => void this.home.load());
    effect(() => {
      const organisation = this.organisation();
      // Each of these asks for it again: names in another language, something new to read or a stream that has begun.
      languages.current();
      live.told();
      if (organisation) untracked(() => void this.show(organisation));
    });
  }

  /** Whoever opens what is new has read it; the server tells the bell. */
  protected async read({ id }: NotificationView): Promise<void> {
    try {
      await this.notifications.read(this.organisation(), [id]);
    } catch {
      // It stays unread, and is new the next time as well.
    }
  }

  private show(organisation: string): Promise<void> {
    if (organisation !== this.shownOf) this.home.clear();
    this.shownOf = organisation;
    return this.home.load();
  }

  private concerns({ kind, number, own }: LiveChange): boolean {
    return own || isAboutDecisions(kind) || this.shownNumbers().has(number);
  }
}
