import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Avatar } from '../avatar/avatar';
import type { FoundPerson } from '../member-search/member-search';
import { namedIn, nameBegunAt } from './mentions';

const typingPause = 150;
const most = 6;
let fields = 0;

/** A text in which people are named: an @ and the first letters offer them; arrows choose, enter or tab takes, escape closes. */
@Component({
  selector: 'polku-mention-field',
  imports: [Avatar],
  templateUrl: './mention-field.html',
  styleUrl: './mention-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MentionField {
  protected readonly t = injectTranslate();
  private readonly languages = inject(Languages);
  protected readonly id = `mention-field-${++fields}`;
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  readonly label = input.required<string>();
  readonly hint = input('');
  /** Most characters. More can be written and are not sent: what is pasted is not cut unseen. */
  readonly longest = input.required<number>();
  /** Looks people up by the beginning of their name. */
  readonly find = input.required<(q: string) => Promise<readonly FoundPerson[]>>();
  readonly text = model('');
  /** Everybody who was picked; who of them still stands in the text is named. */
  readonly people = model<readonly { readonly id: string; readonly name: string }[]>([]);

  protected readonly offered = signal<readonly FoundPerson[]>([]);
  protected readonly chosen = signal(0);
  private readonly length = computed(() => this.text().trim().length);
  protected readonly isTooLong = computed(() => this.length() > this.longest());
  protected readonly count = computed(() => {
    if (this.length() < this.longest() * 0.8) return '';
    const format = new Intl.NumberFormat(this.languages.locale());
    return `${format.format(this.length())} / ${format.format(this.longest())}`;
  });
  protected readonly current = computed(() => (this.offered().length > 0 ? `${this.id}-${this.chosen()}` : null));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  focus(): void {
    this.area().nativeElement.focus();
  }

  protected write(): void {
    const { value, selectionStart } = this.area().nativeElement;
    this.text.set(value);
    clearTimeout(this.timer);
    const name = nameBegunAt(value, selectionStart);
    if (name) this.timer = setTimeout(() => void this.look(name.begun), typingPause);
    else this.close();
  }

  protected press(event: KeyboardEvent): void {
    const { length } = this.offered();
    if (length === 0) return;
    if (event.key === 'ArrowDown') this.chosen.update((at) => (at + 1) % length);
    else if (event.key === 'ArrowUp') this.chosen.update((at) => (at + length - 1) % length);
    else if (event.key === 'Enter' || event.key === 'Tab') this.pickChosen();
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected pick(person: FoundPerson): void {
    const area = this.area().nativeElement;
    const name = nameBegunAt(area.value, area.selectionStart);
    this.close();
    if (!name) return;
    const before = `${area.value.slice(0, name.at)}@${person.name} `;
    const text = before + area.value.slice(area.selectionStart).replace(/^ /, '');
    this.text.set(text);
    this.people.update((people) => [...namedIn(text, people).filter(({ id }) => id !== person.id), { id: person.id, name: person.name }]);
    area.value = text;
    area.setSelectionRange(before.length, before.length);
    area.focus();
  }

  protected close(): void {
    this.turn += 1;
    clearTimeout(this.timer);
    this.offered.set([]);
  }

  private pickChosen(): void {
    const person = this.offered()[this.chosen()];
    if (person) this.pick(person);
  }

  private async look(begun: string): Promise<void> {
    const turn = ++this.turn;
    try {
      const people = await this.find()(begun);
      if (turn !== this.turn) return;
      this.chosen.set(0);
      this.offered.set(people.slice(0, most));
    } catch {
      // The text can be written without: a name that is only written names nobody.
      if (turn === this.turn) this.offered.set([]);
    }
  }
}
