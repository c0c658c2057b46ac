import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The path line in small: from one station to the next. */
@Component({
  selector: 'polku-logo',
  template: `
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path d="M3 22c8 0 5-15 13-15h9" class="line" />
      <circle cx="5" cy="22" r="3.2" class="from" />
      <circle cx="23" cy="7" r="3.2" class="to" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      width: 28px;
      height: 28px;
      flex: none;
    }

    .line {
      fill: none;
      stroke: var(--path);
      stroke-width: 3.4;
      stroke-linecap: round;
    }

    circle {
      stroke: var(--path);
      stroke-width: 2.6;
    }

    .from {
      fill: var(--surface);
    }

    .to {
      fill: var(--path);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Logo {}
