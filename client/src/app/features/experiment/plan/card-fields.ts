import { ChangeDetectionStrategy, Component, computed, effect, input, untracked } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { CardField, PersonView } from '#contracts';
import { CONFIDENCES, DIRECTIONS, LIMITS, METRIC_KINDS, METRICS, requiredCardFields } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { TextField } from '../../../ui/form/text-field';
import { signOf } from '../../../ui/verdict/metric-numbers';
import { isPeriodWrong, type CardEntry } from './card-entry';
import { CURRENCIES, injectUsualCurrency } from './currencies';
import { PeopleField } from './people-field';
import { SampleHelp } from './sample-help';

/** All that a test card asks for, step by step, with what it means in plain words. */
@Component({
  selector: 'polku-card-fields',
  imports: [FormField, PeopleField, SampleHelp, TextField],
  templateUrl: './card-fields.html',
  styleUrl: './card-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardFields {
  private readonly usualCurrency = injectUsualCurrency();
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;
  protected readonly kinds = METRIC_KINDS;
  protected readonly directions = DIRECTIONS;
  protected readonly confidences = CONFIDENCES;
  protected readonly answers = ['yes', 'no'] as const;

  readonly fields = input.required<FieldTree<CardEntry>>();
  /** The team of the idea: the first who may answer for it. */
  readonly team = input<readonly PersonView[]>([]);
  /** Whether what is measured may still change. */
  readonly kindIs = input<'open' | 'fixed'>('open');
  /** Whether the question of the experiment may be written too: it is no part of the card. */
  readonly question = input<'asked' | 'stays'>('asked');
  /** Before the names of controls, where two cards stand on one page. */
  readonly prefix = input('card');

  protected readonly entry = computed(() => this.fields()().value());
  protected readonly kind = computed(() => this.entry().kind);
  protected readonly metric = computed(() => METRICS[this.kind()]);
  protected readonly needed = computed(
    () => new Set<string>(requiredCardFields({ kind: this.kind(), personalData: this.entry().personalData === 'yes' })),
  );
  /** What is written behind the names of numbers. */
  protected readonly sign = computed(() => signOf(this.kind(), this.entry().unit));
  protected readonly currency = computed(() => this.entry().costCurrency || this.usualCurrency());
  protected readonly currencies = computed(() => [...new Set([...CURRENCIES, this.currency()])]);
  protected readonly isChecklist = computed(() => this.kind() === 'checklist');

  constructor() {
    // Whichever of the two days was written last: that they do not fit together is said at once.
    effect(() => {
      if (isPeriodWrong(this.entry())) untracked(() => this.fields().endsOn().markAsTouched());
    });
  }

  protected name(field: CardField): string {
    return this.t(`codes.card.${field}`);
  }

  /** The name of a number with its sign: `Threshold, %`. */
  protected numberName(field: CardField): string {
    const sign = this.kind() === 'proportion-difference' && field === 'threshold' ? this.t('card.points') : this.sign();
    return sign && !this.isChecklist() ? `${this.name(field)}, ${sign}` : this.name(field);
  }

  /** A word for what need not be there. */
  protected aside(field: string): string {
    return this.needed().has(field) ? '' : this.t('card.optional');
  }

  protected chooseCurrency(currency: string): void {
    this.fields().costCurrency().value.set(currency);
  }

  protected answerForData(answer: 'yes' | 'no'): void {
    this.fields().personalData().value.set(answer);
  }

  protected takeSize(size: number): void {
    this.fields().sampleSize().value.set(String(size));
  }

  protected choose(people: readonly PersonView[]): void {
    this.fields().responsible().value.set(people);
  }
}
