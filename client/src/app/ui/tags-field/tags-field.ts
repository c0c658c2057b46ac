import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import type { FormValueControl } from '@angular/forms/signals';
import { mdiClose } from '@mdi/js';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';
import { Icon } from '../icon/icon';

let count = 0;

/** The words of a text parted by commas and semicolons. */
export const tagsIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((word) => word.trim().replaceAll(/\s+/g, ' ').slice(0, LIMITS.tag))
    .filter(Boolean);

/** Tags one by one: Enter, a comma or leaving the field adds what is written; Backspace in the empty field takes the last out again. */
@Component({
  selector: 'polku-tags-field',
  imports: [Icon],
  templateUrl: './tags-field.html',
  styleUrl: './tags-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagsField implements FormValueControl<string[]> {
  protected readonly t = injectTranslate();
  private readonly announcer = inject(LiveAnnouncer);
  protected readonly id = `tags-${++count}`;
  protected readonly close = mdiClose;

  readonly value = model<string[]>([]);
  readonly touch = output();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly aside = input('');

  protected readonly written = signal('');
  protected readonly full = computed(() => this.value().length >= LIMITS.tags);
  private readonly entry = viewChild<ElementRef<HTMLInputElement>>('entry');

  focus(): void {
    this.entry()?.nativeElement.focus();
  }

  protected write(text: string): void {
    this.written.set(text);
    if (/[,;]/.test(text)) this.add();
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) {
      // Enter adds the tag; it must not send the form.
      event.preventDefault();
      this.add();
    }
    if (event.key === 'Backspace' && this.written() === '') this.remove(this.value().length - 1);
  }

  protected leave(): void {
    this.add();
    this.touch.emit();
  }

  protected remove(index: number): void {
    const tag = this.value()[index];
    if (tag === undefined) return;
    this.value.update((tags) => tags.filter((_, at) => at !== index));
    void this.announcer.announce(this.t('submit.tag-removed', { tag }));
    this.focus();
  }

  private add(): void {
    const known = this.value();
    const words = [...new Set(tagsIn(this.written()))].filter((word) => !known.includes(word));
    this.written.set('');
    // What was typed and taken in one turn never reached the binding.
    const entry = this.entry();
    if (entry) entry.nativeElement.value = '';
    if (words.length === 0) return;
    this.value.set([...known, ...words].slice(0, LIMITS.tags));
    void this.announcer.announce(this.t('submit.tag-added', { tag: words.join(', ') }));
  }
}
