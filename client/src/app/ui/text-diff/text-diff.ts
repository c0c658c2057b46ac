import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { diffWordsWithSpace } from 'diff';
import { injectTranslate } from '../../i18n/translate';

/** A text with what was taken out of it and what came in, word by word. */
@Component({
  selector: 'polku-text-diff',
  template: `
    <p dir="auto">
      @for (part of parts(); track $index) {
        @if (part.added) {
          <ins
            ><span class="cdk-visually-hidden">{{ t('idea.diff.added') }} </span>{{ part.value }}</ins
          >
        } @else if (part.removed) {
          <del
            ><span class="cdk-visually-hidden">{{ t('idea.diff.removed') }} </span>{{ part.value }}</del
          >
        } @else {
          <span>{{ part.value }}</span>
        }
      }
    </p>
  `,
  styleUrl: './text-diff.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextDiff {
  protected readonly t = injectTranslate();

  readonly before = input.required<string>();
  readonly after = input.required<string>();

  protected readonly parts = computed(() => diffWordsWithSpace(this.before(), this.after()));
}
