import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FieldTree, SchemaPathTree } from '@angular/forms/signals';
import type { LessonInput } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';
import { TextField } from '../form/text-field';
import { atMost, needed } from '../form/text-rules';

/** The three sentences of a lesson as a form holds them. */
export type LessonText = Pick<LessonInput, 'observed' | 'learned' | 'therefore'>;

/** An unwritten lesson. */
export const noLesson: LessonText = { observed: '', learned: '', therefore: '' };

/** A lesson has all three of its sentences. */
export const wholeLesson = (path: SchemaPathTree<LessonText>): void => {
  for (const part of [path.observed, path.learned, path.therefore]) {
    needed(part);
    atMost(part, LIMITS.text);
  }
};

/** The three sentences of a lesson: observed, learned, therefore. */
@Component({
  selector: 'polku-lesson-fields',
  imports: [TextField],
  template: `
    @for (part of parts; track part) {
      <polku-text-field kind="lines" [field]="lesson()[part]" [label]="t('codes.name.' + part)" [limit]="limit" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonFields {
  protected readonly t = injectTranslate();
  protected readonly parts = ['observed', 'learned', 'therefore'] as const;
  protected readonly limit = LIMITS.text;

  readonly lesson = input.required<FieldTree<LessonText>>();
}
