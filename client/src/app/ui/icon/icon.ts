import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A picture beside a word: an SVG path of 24 by 24, for instance from `@mdi/js`. It says nothing to a screen reader. */
@Component({
  selector: 'polku-icon',
  template: '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>',
  styles: `
    :host {
      display: inline-block;
      width: 1.35em;
      height: 1.35em;
      flex: none;
      line-height: 0;
      vertical-align: -0.3em;
    }

    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly path = input.required<string>();
}
