import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  signal,
  type ElementRef,
  viewChild,
} from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { mdiMagnify } from '@mdi/js';
import type { ListedIdea, MemberView } from '#contracts';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { plain } from '../../ui/highlight/found-words';
import { Highlight } from '../../ui/highlight/highlight';
import { Icon } from '../../ui/icon/icon';
import { type Command, injectCommands } from './commands';
import { EarlyLetters } from './early-letters';

/** What it was opened for, and so what comes first: pages, or what is looked for. */
export type PalettePurpose = 'go' | 'search';

/** What can be chosen: something to do, or an idea to open. */
interface Choice {
  readonly id: string;
  readonly words: string;
  /** What stands beside it, quietly. */
  readonly hint: string;
  /** Where the words that were looked for stand in its texts. */
  readonly excerpt?: string | undefined;
  readonly act?: () => unknown;
  readonly opens?: Command['opens'];
}

const typingPause = 150;
const mostIdeas = 6;
const mostPeople = 4;

const itemsOf = async <Item>(answer: Promise<{ readonly items: readonly Item[] }>): Promise<readonly Item[]> =>
  answer.then(
    ({ items }) => items,
    () => [],
  );

/**
 * The one box: goes anywhere and does anything by writing a few letters. Ideas by words or number, what people own by their name, pages, and
 * what can be done everywhere.
 */
@Component({
  selector: 'polku-palette',
  imports: [Highlight, Icon, MatDialogModule],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Palette {
  private readonly dialog = inject<MatDialogRef<Palette, Command['opens']>>(MatDialogRef);
  private readonly isSearch = inject<PalettePurpose>(MAT_DIALOG_DATA) === 'search';
  private readonly router = inject(Router);
  private readonly api = inject(IdeasApi);
  private readonly organisation = inject(Session).organisation;
  private readonly commands = injectCommands();
  protected readonly t = injectTranslate();
  protected readonly icon = mdiMagnify;
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly written = signal('');
  private readonly members = inject(MembersApi);
  private readonly ideas = signal<readonly ListedIdea[]>([]);
  private readonly people = signal<readonly MemberView[]>([]);
  /** Whether the answer to what is written is still to come. */
  private readonly looking = signal(false);
  private readonly marked = signal(0);
  private readonly matching = computed(() => {
    const wanted = plain(this.written().trim());
    return this.commands().filter(({ words, also }) => plain(`${words} ${also ?? ''}`).includes(wanted));
  });
  protected readonly groups = computed(() => {
    const pages = { name: this.t('palette.go'), choices: this.choicesOf('go') };
    const found = [
      { name: this.t('palette.ideas'), choices: this.ideaChoices() },
      { name: this.t('palette.people'), choices: this.people().map((person) => this.ideasOf(person)) },
    ];
    const rest = { name: this.t('palette.do'), choices: this.choicesOf('do') };
    return (this.isSearch ? [...found, pages, rest] : [pages, ...found, rest]).filter(({ choices }) => choices.length > 0);
  });
  private readonly all = computed(() => this.groups().flatMap(({ choices }) => choices));
  protected readonly current = computed(() => this.all()[Math.min(this.marked(), this.all().length - 1)]?.id ?? null);
  protected readonly count = computed(() => this.t('palette.found', { count: this.all().length }));
  private typing: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor() {
    const early = inject(EarlyLetters);
    // The field is there, and gets the focus in the same turn.
    afterNextRender(() => {
      const letters = early.take();
      if (letters !== '') this.write(letters);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  protected write(text: string): void {
    this.written.set(text);
    this.marked.set(0);
    this.looking.set(text.trim() !== '');
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.look(), typingPause);
  }

  protected press(event: KeyboardEvent): void {
    const { length } = this.all();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && length > 0) {
      event.preventDefault();
      this.marked.update((at) => (Math.min(at, length - 1) + step + length) % length);
      this.list().nativeElement.querySelector(`#${this.current()}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const choice = this.all().find(({ id }) => id === this.current());
      if (choice) this.take(choice);
    }
  }

  protected take({ act, opens }: Choice): void {
    this.dialog.close(opens);
    act?.();
  }

  private choicesOf(group: Command['group']): Choice[] {
    return this.matching()
      .filter((command) => command.group === group)
      .map(({ key, words, hint, act, opens }) => ({ id: `palette-${key}`, words, hint: hint ?? '', act, opens }));
  }

  /** The ideas that were found, and the list of all of them: first, and at once, for whoever searches. */
  private ideaChoices(): Choice[] {
    const found = this.ideas().map((idea) => this.choiceOf(idea));
    if (this.isSearch) return found.length > 0 || this.looking() ? [this.allIdeas(), ...found] : [];
    return found.length > 0 ? [...found, this.allIdeas()] : [];
  }

  private allIdeas(): Choice {
    const q = this.written().trim();
    const open = () => this.router.navigate(['/', this.organisation(), 'ideas'], { queryParams: { q } });
    return { id: 'palette-all', words: this.t('palette.all', { q }), hint: '', act: open };
  }

  private choiceOf({ number, title, stepName, excerpt }: ListedIdea): Choice {
    const open = () => this.router.navigate(['/', this.organisation(), 'ideas', number]);
    return { id: `palette-idea-${number}`, words: title, hint: `#${number} · ${stepName}`, excerpt, act: open };
  }

  private ideasOf({ id, name, unit }: MemberView): Choice {
    const open = () => this.router.navigate(['/', this.organisation(), 'ideas'], { queryParams: { owner: id } });
    return { id: `palette-person-${id}`, words: name, hint: [unit, this.t('palette.owned')].filter(Boolean).join(' · '), act: open };
  }

  private async look(): Promise<void> {
    const q = this.written().trim();
    const turn = ++this.asked;
    // Without an answer the commands are still there.
    const [ideas, people] =
      q === ''
        ? [[], []]
        : await Promise.all([
            itemsOf(this.api.list(this.organisation(), { q, limit: mostIdeas })),
            itemsOf(this.members.list(this.organisation(), { q, limit: mostPeople })),
          ]);
    if (turn !== this.asked) return;
    this.looking.set(false);
    this.ideas.set(ideas);
    this.people.set(people.filter(({ roles }) => roles.some((role) => role !== 'resident')));
  }
}
