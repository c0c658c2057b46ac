import { ChangeDetectionStrategy, Component, computed, input, signal, ViewEncapsulation } from '@angular/core';

type Renderer = typeof import('./markdown').htmlOf;

const renderer = signal<Renderer | null>(null);
let asked: Promise<void> | undefined;

/** Loads what reads Markdown, once. */
const load = async (): Promise<void> => {
  const { htmlOf } = await import('./markdown');
  renderer.set(htmlOf);
};

/** A text that people wrote in Markdown. Until what reads it is loaded, and for who has no network, it stands as it was written. */
@Component({
  selector: 'polku-rich-text',
  template: `
    @if (html(); as it) {
      <div [innerHTML]="it"></div>
    } @else {
      <p class="plain">{{ text() }}</p>
    }
  `,
  styleUrl: './rich-text.scss',
  // What is inside comes from the text and knows nothing of this component.
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RichText {
  readonly text = input.required<string>();
  /** The names of people who are named in it with an @. */
  readonly names = input<readonly string[]>([]);

  protected readonly html = computed(() => renderer()?.(this.text(), this.names()) ?? null);

  constructor() {
    asked ??= load().catch(() => (asked = undefined));
  }
}
