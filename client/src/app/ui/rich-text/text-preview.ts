import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { injectTranslate } from '../../i18n/translate';
import { RichText } from './rich-text';

/** How a text that is being written in Markdown will look. */
@Component({
  selector: 'polku-text-preview',
  imports: [RichText],
  template: `
    <details>
      <summary>{{ t('idea.text.preview') }}</summary>
      @if (text().trim()) {
        <polku-rich-text [text]="text()" [names]="names()" [attr.lang]="language() || null" />
      } @else {
        <p class="quiet">{{ t('idea.text.nothing') }}</p>
      }
      <p class="quiet small">{{ t('idea.text.markdown') }}</p>
    </details>
  `,
  styles: `
    :host {
      display: block;
      margin: var(--s2) 0 var(--s3);
    }

    summary {
      display: inline-block;
      color: var(--path-ink);
      font: 500 var(--t-s) var(--font);
      cursor: pointer;
    }

    polku-rich-text,
    details > .quiet:not(.small) {
      margin: var(--s2) 0;
      padding: var(--s3);
      border: 1px dashed var(--line-2);
      border-radius: var(--radius-s);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextPreview {
  protected readonly t = injectTranslate();
  readonly text = input.required<string>();
  readonly names = input<readonly string[]>([]);
  /** The language of what is written. */
  readonly language = input<string>();
}
