import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { IDEA_SORTS, LIMITS } from '#contracts/constants';
import { ChallengesApi } from '../../api/challenges-api';
import { IdeasApi } from '../../api/ideas-api';
import { Loaded } from '../../api/loaded';
import { MembersApi } from '../../api/members-api';
import { UnitsApi } from '../../api/units-api';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { BulkBar } from '../../ui/bulk/bulk-bar';
import { Selection } from '../../ui/bulk/selection';
import { ShownIdeas } from '../../ui/bulk/shown-ideas';
import { countOf, NO_FILTER, queryOfFilter } from '../../ui/idea-filter/asked-filter';
import { IdeaFilter } from '../../ui/idea-filter/idea-filter';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { IdeaRow } from './idea-row';
import { IdeasList } from './ideas-list';
import { ListCards } from './list-cards';

/** The ideas of the organisation, narrowed as the board is, and to a step; what is asked for stands in the address. */
@Component({
  selector: 'polku-ideas-page',
  imports: [BulkBar, EmptyState, ErrorState, IdeaFilter, IdeaRow, MatButton, RouterLink, Skeleton],
  providers: [IdeasList, { provide: ShownIdeas, useClass: ListCards }, Selection],
  templateUrl: './ideas-page.html',
  styleUrl: './ideas-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeasPage {
  private readonly router = inject(Router);
  private readonly api = inject(IdeasApi);
  private readonly languages = inject(Languages);
  private readonly unitsApi = inject(UnitsApi);
  private readonly challengesApi = inject(ChallengesApi);
  private readonly members = inject(MembersApi);
  protected readonly session = inject(Session);
  protected readonly list = inject(IdeasList);
  protected readonly selection = inject(Selection);
  protected readonly t = injectTranslate();
  protected readonly organisation = this.session.organisation;

  readonly q = input<string>();
  readonly step = input<string>();
  readonly mine = input<string>();
  readonly followed = input<string>();
  readonly tag = input<string>();
  readonly owner = input<string>();
  readonly unit = input<string>();
  readonly challenge = input<string>();
  readonly due = input<string>();
  readonly sort = input<string>();

  protected readonly units = new Loaded(async () => (await this.unitsApi.list(this.organisation())).items);
  protected readonly challenges = new Loaded(() => this.challengesApi.choices(this.organisation()));
  protected readonly find = (q: string) => this.members.find(this.organisation(), q);
  protected readonly person = (id: string) => this.members.read(this.organisation(), id);
  protected readonly sorts = IDEA_SORTS;
  protected readonly sorted = computed(() => IDEA_SORTS.find((it) => it === this.sort()) ?? 'newest');
  protected readonly filter = computed(() => ({
    ...{ q: this.q(), mine: this.mine(), followed: this.followed(), tag: this.tag() },
    ...{ owner: this.owner(), unit: this.unit(), challenge: this.challenge(), due: this.due() },
  }));
  protected readonly narrowed = computed(() => Boolean(this.step()) || countOf(this.filter()) > 0);
  /** All that is shown, or as much of it as can be changed at once. */
  protected readonly allSelected = computed(() => this.selection.count() >= Math.min(this.list.items().length, LIMITS.bulk));
  protected readonly stations = computed(() => this.list.steps().stations);
  private readonly narrowing = computed(() => ({ ...queryOfFilter(this.filter()), ...(this.step() ? { step: this.step() } : {}) }));
  /** Where all that the list would show is to be had as a file. */
  protected readonly files = computed(() => ({
    csv: this.api.fileAddress(this.organisation(), this.narrowing(), 'csv'),
    json: this.api.fileAddress(this.organisation(), this.narrowing(), 'json'),
  }));

  constructor() {
    effect(() => {
      const organisation = this.organisation();
      const pathway = this.session.membership()?.pathway ?? '';
      const query = { ...this.narrowing(), ...(this.sorted() === 'newest' ? {} : { sort: this.sorted() }) };
      // Names of steps come in the language of the screen.
      this.languages.current();
      if (organisation) untracked(() => void this.list.show(organisation, pathway, query));
    });
    effect(() => {
      if (this.organisation()) untracked(() => void Promise.all([this.units.load(), this.challenges.load()]));
    });
    effect(() => {
      this.languages.current();
      untracked(() => {
        if (this.stations().length > 0) void this.list.renameSteps();
      });
    });
  }

  protected narrow(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected selectAll(): void {
    if (this.allSelected()) this.selection.clear();
    else this.selection.keep([...this.selection.cards(), ...this.list.items()].map((it) => it.number));
  }

  protected showAll(): void {
    this.narrow({ ...NO_FILTER, step: null });
  }
}
