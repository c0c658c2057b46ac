import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** What a colour means in Polku; each tag also says it in a word. */
export type Meaning = 'path' | 'waiting' | 'late' | 'met' | 'lesson' | 'unclear';

/** A word on a soft ground, by its meaning. */
@Component({
  selector: 'polku-tag',
  template: '<ng-content />',
  host: { '[class]': 'meaning()' },
  styles: `
    :host {
      display: inline-block;
      max-width: 100%;
      border-radius: 5px;
      padding: 1px 7px;
      font: 600 12px/18px var(--font);
      overflow-wrap: anywhere;
    }

    :host(.path) {
      background: var(--path-soft);
      color: var(--path-ink);
    }

    :host(.waiting) {
      background: var(--waiting-soft);
      color: var(--waiting);
    }

    :host(.late) {
      background: var(--late-soft);
      color: var(--late);
    }

    :host(.met) {
      background: var(--met-soft);
      color: var(--met);
    }

    :host(.lesson) {
      background: var(--lesson-soft);
      color: var(--lesson);
    }

    :host(.unclear) {
      background: var(--unclear-soft);
      color: var(--unclear);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tag {
  readonly meaning = input.required<Meaning>();
}
