import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** The first letters of a name; the name itself is read aloud. Without a name (kept by the hub) a question mark. */
@Component({
  selector: 'polku-avatar',
  template: '<span class="letters" [attr.data-letters]="letters()"></span><span class="cdk-visually-hidden">{{ name() }}</span>',
  host: { '[class.hidden-name]': '!name()', '[attr.title]': 'name()' },
  styles: `
    :host {
      display: inline-block;
      flex: none;
      min-width: 24px;
      height: 24px;
      border-radius: 50%;
      background: var(--path-soft);
      color: var(--path-ink);
      font: 650 10.5px/24px var(--font);
      text-align: center;
      position: relative;
    }

    /* No text of the page: the letters are a picture of the name, which is read in full. */
    .letters::before {
      content: attr(data-letters) / '';
    }

    :host(.hidden-name) {
      background: var(--surface-2);
      color: var(--ink-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input<string | null | undefined>(null);

  protected readonly letters = computed(() => {
    const words = (this.name() ?? '').trim().split(/\s+/).filter(Boolean);
    const [first = '', second] = words;
    const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
    return letters.join('').toLocaleUpperCase() || '?';
  });
}
