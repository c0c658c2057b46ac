import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Where a station stands: passed, here, where the path was left, still to come; `open` is a station of a board, where ideas stand at every one. */
export type StationState = 'done' | 'now' | 'left' | 'ahead' | 'open';

/**
 * A station and its piece of the line to the next one, with a diamond for the decision between them.
 * Pure picture: whoever uses it says the same in words.
 */
@Component({
  selector: 'polku-station-mark',
  template: `
    <span class="dot"></span>
    @if (gate(); as label) {
      <span class="gate"></span>
      <span class="label">{{ label }}</span>
    }
  `,
  styleUrl: './station-mark.scss',
  host: { 'aria-hidden': 'true', '[class]': "state() + ' ' + place()" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StationMark {
  readonly state = input.required<StationState>();
  /** The short name of the decision at the end of this piece, or null. */
  readonly gate = input<string | null>(null);
  readonly place = input<'first' | 'inner' | 'last'>('inner');
}
