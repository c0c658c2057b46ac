import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { mdiBookmarkOutline, mdiCheck } from '@mdi/js';
import type { SavedView } from '#contracts';
import { Loaded } from '../../../api/loaded';
import { ViewsApi } from '../../../api/views-api';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { Dialogs } from '../../../ui/dialogs';
import { Icon } from '../../../ui/icon/icon';
import { addressOf, type BoardShown, isSame, WHOLE_BOARD } from '../board-shown';
import { ViewDialog, type ViewQuestion } from './view-dialog';

/** The saved views of the board as a menu: choose one, save what is shown, change the one that is shown. */
@Component({
  selector: 'polku-board-views',
  imports: [Icon, MatMenuModule],
  templateUrl: './board-views.html',
  styleUrl: './board-views.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardViews {
  private readonly api = inject(ViewsApi);
  protected readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  protected readonly t = injectTranslate();
  protected readonly icons = { views: mdiBookmarkOutline, check: mdiCheck };

  readonly pathway = input.required<string>();
  readonly shown = input.required<BoardShown>();
  /** What the address becomes; null takes something out of it. */
  readonly chosen = output<Readonly<Record<string, string | null>>>();

  protected readonly views = new Loaded(async () => {
    const [items] = await Promise.all([this.api.list(this.session.organisation(), this.pathway()), this.languages.complete()]);
    return items;
  });
  protected readonly isNarrowed = computed(() => !isSame(this.shown(), {}));
  /** The saved view that shows this, so that it can be changed. */
  protected readonly changeable = computed(() => this.views.value()?.find((view) => isSame(view.filter, this.shown())));
  /** The saved view that is shown, if what is shown is one. The whole board is none, even where one was saved that shows it. */
  protected readonly current = computed(() => (this.isNarrowed() ? this.changeable() : undefined));

  constructor() {
    effect(() => {
      // The name of what is shown; the whole board has none.
      if (this.isNarrowed()) untracked(() => void (this.views.value() ?? this.views.load()));
    });
  }

  protected choose(view?: SavedView): void {
    this.chosen.emit(view ? addressOf(view.filter) : WHOLE_BOARD);
  }

  protected kindOf(view: SavedView): string {
    if (view.isDefault) return this.t('views.first');
    return this.t(view.shared ? 'views.shared' : 'views.private');
  }

  protected async ask(view?: SavedView): Promise<void> {
    const data: ViewQuestion = { pathway: this.pathway(), filter: this.shown(), view: view ?? null };
    if (await this.dialogs.open<boolean>(ViewDialog, { data, width: '440px' })) await this.views.load();
  }
}
