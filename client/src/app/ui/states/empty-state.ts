import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Where there is nothing yet: says so, and teaches what to do about it (the content: text, a link or button). */
@Component({
  selector: 'polku-empty-state',
  template: `
    <svg viewBox="0 0 120 34" aria-hidden="true" focusable="false">
      <path d="M8 26c28 0 20-18 52-18h52" />
      <circle cx="10" cy="26" r="6" />
      <circle cx="110" cy="8" r="6" />
    </svg>
    <h2>{{ heading() }}</h2>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      text-align: center;
      padding: var(--s6) var(--s4);
      color: var(--ink-2);
      max-width: 34em;
      margin: 0 auto;
    }

    svg {
      width: 120px;
      height: 34px;
      fill: var(--paper);
      stroke: var(--line-2);
      stroke-width: 3;
      margin-bottom: var(--s3);
    }

    path {
      fill: none;
    }

    h2 {
      color: var(--ink);
      margin-bottom: 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
