import { ChangeDetectionStrategy, Component, computed, input, output, viewChild } from '@angular/core';
import { mdiClose } from '@mdi/js';
import { injectTranslate } from '../../i18n/translate';
import { Icon } from '../icon/icon';
import { SearchField } from '../search-field/search-field';
import type { AskedFilter } from './asked-filter';
import { ChallengeChoice } from './challenge-choice';
import { OwnerChoice } from './owner-choice';
import type { FindPeople } from './owner-search-dialog';

let count = 0;

/** Narrows ideas: by words, to mine, to those one follows, by when they are due, by unit, owner, challenge and tag. Other choices may be put behind its words. */
@Component({
  selector: 'polku-idea-filter',
  imports: [ChallengeChoice, Icon, OwnerChoice, SearchField],
  templateUrl: './idea-filter.html',
  styleUrl: './idea-filter.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaFilter {
  protected readonly t = injectTranslate();
  protected readonly icons = { clear: mdiClose };
  protected readonly id = `idea-filter-${++count}`;
  protected readonly dues = ['overdue', 'week'] as const;
  private readonly words = viewChild.required(SearchField);

  readonly filter = input.required<AskedFilter>();
  readonly units = input<readonly { readonly id: string; readonly name: string }[]>([]);
  readonly challenges = input<readonly { readonly id: string; readonly question: string }[]>([]);
  /** The id of the member who asks. */
  readonly me = input<string>();
  /** Looks members up by a part of their name, to show the ideas of one. */
  readonly find = input<FindPeople>();
  /** Who has an id, to name whose ideas are shown. */
  readonly person = input<(id: string) => Promise<{ readonly id: string; readonly name: string }>>();
  /** What changes; null takes it away. */
  readonly changed = output<Readonly<Record<string, string | null>>>();

  protected readonly onlyMine = computed(() => this.filter().mine === 'true');
  focus(): void {
    this.words().focus();
  }
}
