import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  signal,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import {
  mdiBookOpenVariantOutline,
  mdiChartTimelineVariant,
  mdiClipboardCheckOutline,
  mdiFlagOutline,
  mdiHomeOutline,
  mdiLightbulbOutline,
  mdiMagnify,
  mdiPlus,
  mdiTrayArrowDown,
  mdiViewColumnOutline,
} from '@mdi/js';
import { filter } from 'rxjs';
import { injectTranslate } from '../i18n/translate';
import { Live } from '../live/live';
import { Installation } from '../session/installation';
import { Session } from '../session/session';
import { Icon } from '../ui/icon/icon';
import { Logo } from '../ui/logo/logo';
import { Corner } from './corner';
import { FurtherPages } from './further-pages';
import { type PageKey, pagesFor } from './pages';
import { Palettes } from './palette/palettes';
import { OfflineNotice } from './offline-notice';
import { WaitingDecisions } from './waiting-decisions';

const icons: Readonly<Record<PageKey, string>> = {
  home: mdiHomeOutline,
  board: mdiViewColumnOutline,
  ideas: mdiLightbulbOutline,
  decisions: mdiClipboardCheckOutline,
  lessons: mdiBookOpenVariantOutline,
  challenges: mdiFlagOutline,
  effects: mdiChartTimelineVariant,
  import: mdiTrayArrowDown,
};

/** How many pages lie side by side at the foot of a phone. */
const roomBelow = 4;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';

/** What surrounds every page of an organisation: the way around, search, the bell, the person. */
@Component({
  selector: 'polku-shell',
  imports: [Corner, FurtherPages, Icon, Logo, MatButton, OfflineNotice, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '[class.fills]': 'fills()', '(document:keydown)': 'listen($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly live = inject(Live);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly title = inject(Title);
  protected readonly palettes = inject(Palettes);
  protected readonly installation = inject(Installation);
  protected readonly session = inject(Session);
  protected readonly waiting = inject(WaitingDecisions);
  protected readonly t = injectTranslate();
  protected readonly icons = { search: mdiMagnify, add: mdiPlus };

  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  /** Whether the page fills the screen and scrolls within, as the board does. */
  protected readonly fills = signal(false);
  protected readonly links = computed(() =>
    pagesFor(this.session.isHub()).map((key) => ({ key, icon: icons[key], count: key === 'decisions' ? this.waiting.count() : 0 })),
  );

  /** On a phone only the first ones have room below; the others are a menu away. */
  protected readonly further = computed(() => this.links().slice(roomBelow));
  private readonly page = signal('');
  protected readonly isFurther = computed(() => this.further().some((it) => it.key === this.page()));

  private readonly held: Readonly<Record<string, (() => void) | undefined>> = { k: () => void this.palettes.openPalette() };
  private readonly free: Readonly<Record<string, (() => void) | undefined>> = {
    '/': () => void this.palettes.openSearch(),
    '?': () => void this.palettes.openShortcuts(),
  };

  constructor() {
    this.arrive();
    let path = pathOf(this.router.url);
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe((event) => {
        this.arrive();
        const next = pathOf(event.urlAfterRedirects);
        if (next !== path) this.welcome();
        path = next;
      });
    effect(() => {
      const membership = this.session.membership();
      if (membership) untracked(() => this.live.follow(membership.slug, membership.member));
    });
    inject(DestroyRef).onDestroy(() => this.live.stop());
  }

  /** `Ctrl K`: the palette; `/`: the same, for a search; `?`: which keys there are. The last two are letters where somebody writes. */
  protected listen(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return;
    const act =
      event.ctrlKey || event.metaKey ? this.held[event.key.toLowerCase()] : isWriting(event.target) ? undefined : this.free[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  protected toContent(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  private arrive(): void {
    this.fills.set(this.route.snapshot.firstChild?.data['fills'] === true);
    this.page.set(pathOf(this.router.url).split('/')[2] ?? '');
  }

  // Whoever uses keyboard or screen reader stands at the start of the new page, and hears its name.
  private welcome(): void {
    this.content().nativeElement.focus({ preventScroll: true });
    // The title follows once the page is shown.
    afterNextRender({ read: () => void this.announcer.announce(this.title.getTitle(), 'polite') }, { injector: this.injector });
  }
}
