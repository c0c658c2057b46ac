import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';

let count = 0;

/** One line, several lines, a day, or a number (kept as written). */
export type TextKind = 'line' | 'lines' | 'day' | 'number';

/** A field of text with its label, hint, count and, once it was left or sent, what is wrong with it. */
@Component({
  selector: 'polku-text-field',
  imports: [FormField],
  templateUrl: './text-field.html',
  styleUrl: './text-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  protected readonly t = injectTranslate();
  private readonly languages = inject(Languages);
  protected readonly id = `text-${++count}`;

  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** A quiet word after the label, such as "optional". */
  readonly aside = input('');
  readonly kind = input<TextKind>('line');
  /** Most characters; shown as a count when the text comes near. */
  readonly limit = input<number>();
  /** The language of what is written, for spelling and speech. */
  readonly language = input<string>();

  private readonly state = computed(() => this.field()());
  protected readonly faults = computed(() => (this.state().touched() ? this.state().errors() : []));
  protected readonly fault = computed(() => this.faults()[0]);
  protected readonly count = computed(() => {
    const limit = this.limit();
    const length = this.state().value().trim().length;
    if (limit === undefined || length < limit * 0.8) return '';
    const format = new Intl.NumberFormat(this.languages.locale());
    return `${format.format(length)} / ${format.format(limit)}`;
  });
  protected readonly described = computed(
    () =>
      [this.hint() ? `${this.id}-hint` : '', this.fault() ? `${this.id}-error` : '', this.count() ? `${this.id}-count` : '']
        .filter(Boolean)
        .join(' ') || null,
  );
}
