import { ChangeDetectionStrategy, Component, computed, inject, signal, type Type } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { mdiAccountOutline, mdiArrowRight, mdiTagOutline } from '@mdi/js';
import type { IdeasChange } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Dialogs } from '../dialogs';
import { Icon } from '../icon/icon';
import { Questions } from '../questions/questions';
import { ChangeSelected } from './change-selected';
import { type MoveOfMany, movesOfMany } from './moves-of-many';
import { OwnerDialog, type OwnerQuestion } from './owner-dialog';
import { Selection } from './selection';
import { ShownIdeas } from './shown-ideas';
import { TagDialog, type TagQuestion } from './tag-dialog';

/** What can be done to the ideas that are selected. */
@Component({
  selector: 'polku-bulk-bar',
  imports: [Icon, MatMenuModule],
  providers: [ChangeSelected],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkBar {
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly changing = inject(ChangeSelected);
  private readonly shown = inject(ShownIdeas);
  protected readonly selection = inject(Selection);
  protected readonly t = injectTranslate();
  protected readonly icons = { move: mdiArrowRight, owner: mdiAccountOutline, tags: mdiTagOutline };
  protected readonly most = LIMITS.bulk;
  protected readonly busy = this.changing.busy;
  protected readonly moves = computed(() => movesOfMany(this.selection.cards()));
  /** Its words come after the first screen. */
  protected readonly ready = signal(false);

  constructor() {
    void inject(Languages)
      .complete()
      .then(() => this.ready.set(true));
  }

  protected async move({ to, name, asks, isUndoable }: MoveOfMany): Promise<void> {
    const cards = this.selection.cards();
    const [first] = cards;
    if (!first) return;
    const about = this.t('bulk.about', { count: cards.length });
    const answer =
      asks.length > 0 ? await this.questions.askTransition({ number: first.number, title: first.title, about, name, asks }) : {};
    if (!answer) return;
    const { reason, fields } = answer;
    const { returnOn, lesson } = fields ?? {};
    const sent = { ...(returnOn ? { returnOn } : {}), ...(lesson ? { lesson } : {}) };
    await this.changing.change(cards, { kind: 'move', to, ...(reason ? { reason } : {}), ...(fields ? { fields: sent } : {}) }, isUndoable);
  }

  protected assign(): Promise<void> {
    const question: OwnerQuestion = { count: this.selection.count(), find: (q) => this.shown.find(q) };
    return this.ask(OwnerDialog, question);
  }

  protected tag(): Promise<void> {
    const tags = [...new Set(this.selection.cards().flatMap((card) => card.tags))].sort((one, other) => one.localeCompare(other));
    const question: TagQuestion = { count: this.selection.count(), tags };
    return this.ask(TagDialog, question);
  }

  private async ask(dialog: Type<unknown>, data: unknown): Promise<void> {
    const cards = this.selection.cards();
    const change = await this.dialogs.open<IdeasChange>(dialog, { data, width: '440px' });
    if (change) await this.changing.change(cards, change, false);
  }
}
