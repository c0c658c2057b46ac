import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { mdiAccountSearchOutline } from '@mdi/js';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Dialogs } from '../dialogs';
import { Icon } from '../icon/icon';
import type { FoundPerson } from '../member-search/member-search';
import type { FindPeople } from './owner-search-dialog';

let count = 0;

/** Whose ideas: anybody's, nobody's, one's own, or those of somebody who is found by name. */
@Component({
  selector: 'polku-owner-choice',
  imports: [Icon],
  template: `
    <label [attr.for]="id" class="cdk-visually-hidden">{{ t('ui.filter.owner') }}</label>
    <select #choice class="input" [id]="id" (change)="chosen.emit(choice.value || null)">
      <option value="" [selected]="!owner()">{{ t('ui.filter.any-owner') }}</option>
      <option value="nobody" [selected]="owner() === 'nobody'">{{ t('ui.filter.nobody') }}</option>
      @if (me(); as self) {
        <option [value]="self" [selected]="owner() === self">{{ t('ui.filter.own') }}</option>
      }
      @if (other(); as somebody) {
        <option [value]="somebody" selected>{{ names().get(somebody) ?? t('ui.filter.other-owner') }}</option>
      }
    </select>
    @if (ready() && find(); as finding) {
      <button
        type="button"
        aria-haspopup="dialog"
        [attr.aria-label]="t('ideas.owner.find')"
        [title]="t('ideas.owner.find')"
        (click)="search(finding)"
      >
        <polku-icon [path]="icon" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 4px;
    }

    select {
      flex: 1;
      min-width: 0;
    }

    button {
      display: grid;
      flex: none;
      place-items: center;
      width: 42px;
      min-height: 42px;
      border: 1px solid var(--edge);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink-2);
      cursor: pointer;

      &:hover {
        border-color: var(--path);
        color: var(--path-ink);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerChoice {
  private readonly dialogs = inject(Dialogs);
  private readonly known = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly t = injectTranslate();
  protected readonly id = `owner-choice-${++count}`;
  protected readonly icon = mdiAccountSearchOutline;
  protected readonly names = this.known.asReadonly();
  /** The words of the search come after the first screen. */
  protected readonly ready = signal(false);

  /** The id of a member, or `nobody`. */
  readonly owner = input<string>();
  /** The id of the member who asks. */
  readonly me = input<string>();
  /** Looks members up by a part of their name; without it nobody else can be chosen. */
  readonly find = input<FindPeople>();
  /** Who has an id. */
  readonly person = input<(id: string) => Promise<Pick<FoundPerson, 'id' | 'name'>>>();
  /** Null: anybody. */
  readonly chosen = output<string | null>();

  /** Somebody who is none of those that can be chosen without a search. */
  protected readonly other = computed(() => {
    const owner = this.owner();
    return owner && owner !== 'nobody' && owner !== this.me() ? owner : undefined;
  });

  constructor() {
    inject(Languages)
      .complete()
      .then(
        () => this.ready.set(true),
        () => undefined,
      );
    effect(() => {
      const [other, person] = [this.other(), this.person()];
      if (other && person) untracked(() => void this.ask(other, person));
    });
  }

  protected async search(find: FindPeople): Promise<void> {
    const { OwnerSearchDialog } = await import('./owner-search-dialog');
    const found = await this.dialogs.open<FoundPerson>(OwnerSearchDialog, { data: find, width: '440px' });
    if (!found) return;
    this.learn(found);
    this.chosen.emit(found.id);
  }

  private async ask(id: string, person: NonNullable<ReturnType<typeof this.person>>): Promise<void> {
    if (this.known().has(id)) return;
    // Whoever is not known is one person all the same.
    const found = await person(id).catch(() => null);
    if (found) this.learn(found);
  }

  private learn({ id, name }: Pick<FoundPerson, 'id' | 'name'>): void {
    this.known.update((names) => new Map(names).set(id, name));
  }
}
