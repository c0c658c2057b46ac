import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { MeasuredValue, MetricKind } from '#contracts';
import { GROUPS, LIMITS, METRICS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { TextField } from '../../../ui/form/text-field';
import type { MeasuredEntry } from './measured-entry';
import { injectMeasuredWords } from './measured-words';

let count = 0;

/** The fields of one measurement, as its kind asks for them. */
@Component({
  selector: 'polku-measured-fields',
  imports: [FormField, TextField],
  template: `
    <div class="field-row">
      <polku-text-field kind="day" [field]="fields().on" [label]="t('codes.name.on')" />
      @if (hasGroups()) {
        <div class="field">
          <label [attr.for]="id">{{ t('codes.name.group') }}</label>
          <select class="input" [id]="id" [formField]="fields().group">
            @for (group of groups; track group) {
              <option [value]="group">{{ t('experiment.groups.' + group) }}</option>
            }
          </select>
        </div>
      }
      @for (name of values(); track name) {
        <polku-text-field kind="number" [field]="fields()[name]" [label]="words.name(name, kind(), unit())" />
      }
    </div>
    <polku-text-field [field]="fields().note" [label]="t('codes.name.note')" [aside]="t('card.optional')" [limit]="limit" />
  `,
  styles: `
    .field-row {
      --field-least: 132px;
      column-gap: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasuredFields {
  protected readonly t = injectTranslate();
  protected readonly words = injectMeasuredWords();
  protected readonly id = `measured-group-${++count}`;
  protected readonly groups = GROUPS;
  protected readonly limit = LIMITS.shortText;

  readonly fields = input.required<FieldTree<MeasuredEntry>>();
  readonly kind = input.required<MetricKind>();
  readonly unit = input.required<string | null>();

  protected readonly values = computed<readonly MeasuredValue[]>(() => METRICS[this.kind()].values);
  /** Where nothing is compared there is nothing to choose; what was recorded for the other group can still be read and corrected. */
  protected readonly hasGroups = computed(
    () => METRICS[this.kind()].comparison === 'counts' || this.fields().group().value() === 'comparison',
  );
}
