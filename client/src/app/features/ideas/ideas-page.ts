import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { IdeasApi } from '../../api/ideas-api';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { IdeaRow } from './idea-row';
import { IdeasList } from './ideas-list';

const typingPause = 300;

/** The ideas of the organisation: searched, narrowed to a step or to mine; what is asked for stands in the address. */
@Component({
  selector: 'polku-ideas-page',
  imports: [EmptyState, ErrorState, Icon, IdeaRow, MatButton, RouterLink, Skeleton],
  providers: [IdeasList],
  templateUrl: './ideas-page.html',
  styleUrl: './ideas-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeasPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly api = inject(IdeasApi);
  private readonly languages = inject(Languages);
  protected readonly list = inject(IdeasList);
  protected readonly t = injectTranslate();
  protected readonly icons = { clear: mdiClose, search: mdiMagnify };
  protected readonly organisation = this.session.organisation;

  readonly q = input<string>();
  readonly step = input<string>();
  readonly mine = input<string>();
  readonly tag = input<string>();

  protected readonly written = linkedSignal(() => this.q() ?? '');
  protected readonly narrowed = computed(() => Boolean(this.q() || this.step() || this.tag() || this.onlyMine()));
  protected readonly onlyMine = computed(() => this.mine() === 'true');
  protected readonly stations = computed(() => this.list.steps().stations);
  private readonly query = computed(() => ({ q: this.q(), step: this.step(), tag: this.tag(), mine: this.onlyMine() || undefined }));
  /** Where all that the list would show is to be had as a file. */
  protected readonly files = computed(() => ({
    csv: this.api.fileAddress(this.organisation(), this.query(), 'csv'),
    json: this.api.fileAddress(this.organisation(), this.query(), 'json'),
  }));
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
    effect(() => {
      const organisation = this.organisation();
      const pathway = this.session.membership()?.pathway ?? '';
      const query = this.query();
      // Names of steps come in the language of the screen.
      this.languages.current();
      if (organisation) untracked(() => void this.list.show(organisation, pathway, query));
    });
    effect(() => {
      this.languages.current();
      untracked(() => {
        if (this.stations().length > 0) void this.list.renameSteps();
      });
    });
  }

  protected write(text: string): void {
    this.written.set(text);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(), typingPause);
  }

  protected search(): void {
    clearTimeout(this.typing);
    this.narrow({ q: this.written().trim() || null });
  }

  protected clearSearch(): void {
    this.written.set('');
    this.search();
  }

  protected narrow(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected showAll(): void {
    this.narrow({ q: null, step: null, mine: null, tag: null });
  }
}
