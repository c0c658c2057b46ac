import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { foundIn } from './found-words';

/** A text in which the words that were looked for stand out. */
@Component({
  selector: 'polku-highlight',
  template: `
    @for (part of parts(); track $index) {
      @if (part.isFound) {
        <mark [textContent]="part.text"></mark>
      } @else {
        <span [textContent]="part.text"></span>
      }
    }
  `,
  styles: `
    mark {
      border-radius: 3px;
      background: var(--waiting-soft);
      color: inherit;
      box-decoration-break: clone;
    }
  `,
  preserveWhitespaces: false,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Highlight {
  readonly text = input.required<string>();
  /** What was looked for; nothing stands out without. */
  readonly sought = input('');

  protected readonly parts = computed(() => foundIn(this.text(), this.sought()));
}
