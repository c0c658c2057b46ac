import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { StationState } from './station-mark';

/** The path line in one row of a list: a small dot for each station. Pure picture: whoever uses it says in words where it stands. */
@Component({
  selector: 'polku-path-dots',
  template: `
    @for (state of states(); track $index) {
      <i [class]="state"></i>
    }
  `,
  styleUrl: './path-dots.scss',
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PathDots {
  /** Of each station, in order. */
  readonly states = input.required<readonly StationState[]>();
}
