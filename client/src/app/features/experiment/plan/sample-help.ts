import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MetricKind, SampleSize } from '#contracts';
import { ExperimentsApi, type SampleWish } from '../../../api/experiments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { TextField } from '../../../ui/form/text-field';
import { numberIn } from '../../../ui/form/text-rules';
import { injectMetricNumbers, isShare, signOf } from '../../../ui/verdict/metric-numbers';
import { OpenExperiment } from '../open-experiment';
import { decimalSign } from './card-entry';
import { prefillOf, uponPrefill, type Bars, type Wish } from './sample-prefill';

/** How long somebody stops typing before the size is asked for, in milliseconds. */
export const WISH_PAUSE = 400;

/** Which expectations help with each kind; the margin is always asked for. */
const asks: Readonly<Record<MetricKind, readonly Exclude<keyof Wish, 'margin'>[]>> = {
  proportion: ['expected'],
  'proportion-difference': ['expected', 'comparison'],
  mean: ['deviation'],
  'mean-difference': ['deviation'],
  rate: ['expected'],
  'rate-ratio': ['expected', 'comparison'],
  paired: ['deviation'],
  checklist: [],
};

/** What is sent for a wish; null while it says too little. A margin is half the interval, of a ratio the factor between its ends. */
export const wishOf = (kind: MetricKind, confidence: number, wish: Wish): SampleWish | null => {
  const share = isShare(kind) ? 100 : 1;
  const number = (text: string): number | null => {
    const read = numberIn(text);
    return read === null || Number.isNaN(read) ? null : read / share;
  };
  const margin = number(wish.margin);
  if (margin === null || margin <= 0) return null;
  const said: Record<string, number | null> = {};
  for (const name of asks[kind]) said[name] = number(wish[name]);
  const isMissing = !isShare(kind) && asks[kind].some((name) => said[name] === null);
  return isMissing ? null : { kind, confidence, width: kind === 'rate-ratio' ? margin : margin * 2, ...said };
};

/** How many to observe for an answer as precise as one wishes, before the start. */
@Component({
  selector: 'polku-sample-help',
  imports: [MatButton, TextField],
  template: `
    <details>
      <summary>{{ t('card.sample.title') }}</summary>
      <p class="quiet small">{{ t('card.sample.text') }}</p>
      <div class="field-row">
        <polku-text-field
          kind="number"
          [field]="fields.margin"
          [label]="t(kind() === 'rate-ratio' ? 'card.sample.factor' : 'card.sample.margin', { sign: sign() })"
        />
        @for (name of asked(); track name) {
          <polku-text-field
            kind="number"
            [field]="fields[name]"
            [label]="t('card.sample.' + name, { sign: sign() })"
            [aside]="isShareKind() ? t('card.optional') : ''"
          />
        }
      </div>
      <p class="answer" role="status">{{ answer() }}</p>
      @if (usable(); as size) {
        <button mat-stroked-button type="button" (click)="chosen.emit(size)">{{ t('card.sample.take') }}</button>
      }
    </details>
  `,
  styles: `
    details {
      margin-bottom: var(--s4);
      padding: var(--s3) var(--s4);
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }

    summary {
      cursor: pointer;
      font: 600 14.5px/20px var(--font);
    }

    details > p {
      margin: var(--s2) 0 var(--s3);
    }

    .field-row {
      --field-least: 170px;
    }

    .answer {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SampleHelp {
  private readonly api = inject(ExperimentsApi);
  private readonly open = inject(OpenExperiment);
  private readonly languages = inject(Languages);
  private readonly numbers = injectMetricNumbers();
  protected readonly t = injectTranslate();

  readonly kind = input.required<MetricKind>();
  readonly confidence = input.required<string>();
  readonly unit = input('');
  readonly bars = input<Bars>({ threshold: '', baseline: '' });
  readonly chosen = output<number>();

  private readonly begins = computed(() => prefillOf(this.kind(), this.bars(), decimalSign(this.languages.locale())));
  /** Begins with what the card says; what was written here stays when the card changes. */
  protected readonly wish = linkedSignal<Wish, Wish>({
    source: this.begins,
    computation: (begins, previous) => (previous ? uponPrefill(previous.source, previous.value, begins) : begins),
  });
  protected readonly fields = form(this.wish);
  protected readonly asked = computed(() => asks[this.kind()]);
  protected readonly isShareKind = computed(() => isShare(this.kind()));
  private readonly unitWords = computed(() => this.unit().trim() || this.t('card.sample.unit'));
  // What is expected of each group of a ratio is a rate.
  protected readonly sign = computed(
    () => signOf(this.kind() === 'rate-ratio' ? 'rate' : this.kind(), this.unit()) || this.t('card.sample.unit'),
  );
  private readonly size = signal<SampleSize | undefined>(undefined);
  private readonly problem = signal<ProblemError | undefined>(undefined);

  protected readonly answer = computed(() => {
    const problem = this.problem();
    const size = this.size();
    if (problem) return this.t(problem.code === 'invalid' ? 'card.sample.impossible' : `codes.problem.${problem.code}`, { seconds: 60 });
    if (!size) return this.t('card.sample.say-more');
    if (size.needed === null) return this.t('card.sample.too-many');
    const amount = this.numbers.plain(size.needed);
    if (size.of === 'exposure')
      return this.t(size.perGroup ? 'card.sample.exposure-each' : 'card.sample.exposure', { amount, unit: this.unitWords() });
    return this.t(size.perGroup ? 'card.sample.needed-each' : 'card.sample.needed', { count: size.needed });
  });
  /** What may be taken over as the planned size: whole observations, of two groups both together. */
  protected readonly usable = computed(() => {
    const size = this.size();
    if (!size || size.needed === null || size.of === 'exposure') return null;
    return size.perGroup ? size.needed * 2 : size.needed;
  });

  constructor() {
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const wish = wishOf(this.kind(), Number(this.confidence()), this.wish());
      untracked(() => {
        clearTimeout(timer);
        const mine = ++turn;
        this.problem.set(undefined);
        if (!wish) this.size.set(undefined);
        else timer = setTimeout(() => void this.ask(wish, () => mine === turn), WISH_PAUSE);
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  private async ask(wish: SampleWish, isLatest: () => boolean): Promise<void> {
    try {
      const size = await this.api.sampleSize(this.open.organisation(), wish);
      if (isLatest()) this.size.set(size);
    } catch (error) {
      if (!isLatest()) return;
      this.size.set(undefined);
      this.problem.set(asProblem(error));
    }
  }
}
