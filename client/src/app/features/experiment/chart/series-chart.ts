import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  InjectionToken,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { Confidence } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectMetricNumbers } from '../../../ui/verdict/metric-numbers';
import type { ChartColours, drawChart } from './draw-chart';
import type { LineName, Picture } from './pictures';

/** Fetches what draws; it is heavy, and only needed where there is something to draw. */
export const CHART_PEN = new InjectionToken<() => Promise<{ readonly drawChart: typeof drawChart }>>('pen of charts', {
  providedIn: 'root',
  factory: () => () => import('./draw-chart'),
});

const coloursOf = (style: CSSStyleDeclaration): ChartColours => {
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    path: token('path'),
    unclear: token('unclear'),
    lesson: token('lesson'),
    ink: token('ink'),
    quiet: token('ink-3'),
    line: token('line'),
    surface: token('surface'),
  };
};

/** Estimates over time with their interval, beside the threshold and what was before: as a picture, in words, and as a table. */
@Component({
  selector: 'polku-series-chart',
  templateUrl: './series-chart.html',
  styleUrl: './series-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesChart {
  private readonly moments = inject(Moments);
  private readonly numbers = injectMetricNumbers();
  private readonly pen = inject(CHART_PEN);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  protected readonly t = injectTranslate();

  readonly picture = input.required<Picture>();
  readonly confidence = input.required<Confidence>();
  /** The metric in words: the title of the picture. */
  readonly title = input.required<string>();

  private readonly theme = signal(document.documentElement.getAttribute('data-theme'));
  protected readonly failed = signal(false);
  protected readonly hasInterval = computed(() => this.picture().lines.some(({ points }) => points.some((it) => it.lower !== null)));
  protected readonly legend = computed(() => {
    const { lines, threshold, baseline } = this.picture();
    return {
      lines: lines.map(({ name }) => ({ name, words: this.nameOf(name) })),
      threshold: threshold === null ? '' : this.t('verdict.threshold', { value: this.value(threshold) }),
      baseline: baseline === null ? '' : this.t('experiment.chart.baseline', { value: this.value(baseline) }),
    };
  });
  /** All that there is to see, for those who do not see it. */
  protected readonly summary = computed(() => {
    const { lines } = this.picture();
    const { threshold, baseline } = this.legend();
    const said = lines.flatMap(({ name, points }) => {
      const [first, last] = [points[0], points.at(-1)];
      if (!first || !last) return [];
      const line = this.nameOf(name);
      const interval = last.lower === null ? '' : this.intervalOf(last.lower, last.upper);
      const all = {
        line,
        from: this.moments.day(first.on),
        to: this.moments.day(last.on),
        first: this.value(first.estimate),
        last: this.value(last.estimate),
        interval,
      };
      if (points.length === 1) return [this.t(interval ? 'experiment.chart.said-once-interval' : 'experiment.chart.said-once', all)];
      return [this.t(interval ? 'experiment.chart.said-interval' : 'experiment.chart.said', all)];
    });
    return [...said, ...[threshold, baseline].filter(Boolean).map((it) => `${it}.`)].join(' ');
  });
  protected readonly rows = computed(() => {
    const { lines } = this.picture();
    const days = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
    return days.map((on) => ({
      day: this.moments.day(on),
      cells: lines.map(({ points }) => {
        const point = points.find((it) => it.on === on);
        if (!point) return { estimate: '', interval: '' };
        return { estimate: this.value(point.estimate), interval: point.lower === null ? '' : this.intervalOf(point.lower, point.upper) };
      }),
    }));
  });

  constructor() {
    const watcher = new MutationObserver(() => this.theme.set(document.documentElement.getAttribute('data-theme')));
    watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    let erase: (() => void) | undefined;
    let turn = 0;
    effect(() => {
      this.theme();
      const canvas = this.canvas().nativeElement;
      const picture = this.picture();
      const style = getComputedStyle(document.documentElement);
      const look = {
        colours: coloursOf(style),
        font: style.getPropertyValue('--font').trim(),
        value: (number: number) => this.value(number),
        day: (day: string) => this.moments.day(day),
        name: (line: LineName) => this.nameOf(line),
      };
      // Read here, so that another language draws anew.
      this.summary();
      const mine = ++turn;
      this.pen().then(
        ({ drawChart: draw }) => {
          if (mine !== turn) return;
          erase?.();
          erase = draw(canvas, picture, look);
          this.failed.set(false);
        },
        () => this.failed.set(true),
      );
    });
    inject(DestroyRef).onDestroy(() => {
      turn++;
      watcher.disconnect();
      erase?.();
    });
  }

  protected nameOf(line: LineName): string {
    return line === 'contrast' ? this.t(`experiment.chart.contrast.${this.picture().meant.kind}`) : this.t(`experiment.groups.${line}`);
  }

  private value(number: number): string {
    return this.numbers.value(this.picture().meant, number);
  }

  private intervalOf(lower: number, upper: number | null): string {
    return upper === null
      ? this.t('experiment.chart.interval-open', { lower: this.value(lower) })
      : this.t('experiment.chart.interval', { lower: this.value(lower), upper: this.value(upper) });
  }
}
