import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Grey bars where text is about to be. */
@Component({
  selector: 'polku-skeleton',
  template: `
    @for (line of each(); track line) {
      <span></span>
    }
  `,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      display: grid;
      gap: 9px;
    }

    span {
      height: 14px;
      border-radius: 7px;
      background: var(--line);
      animation: breathe 1.6s ease-in-out infinite;
    }

    span:last-child {
      width: 60%;
    }

    @keyframes breathe {
      50% {
        opacity: 0.45;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  readonly lines = input(3);
  protected readonly each = computed(() => Array.from({ length: this.lines() }, (_, index) => index));
}
