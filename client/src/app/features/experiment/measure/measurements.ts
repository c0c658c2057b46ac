import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CorrectMeasurement, MeasurementView, RecordMeasurement } from '#contracts';
import { ExperimentsApi } from '../../../api/experiments-api';
import { injectTranslate } from '../../../i18n/translate';
import type { Save } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { injectGoTo } from '../go-to';
import { OpenExperiment } from '../open-experiment';
import { CorrectForm } from './correct-form';
import { ImportForm } from './import-form';
import { MeasurementForm } from './measurement-form';
import { MeasurementTable } from './measurement-table';

/** All that was measured, and measuring on: one by one, or many at once from a table. */
@Component({
  selector: 'polku-measurements',
  imports: [CorrectForm, ImportForm, MatButton, MeasurementForm, MeasurementTable],
  template: `
    @if (experiment(); as it) {
      <section class="box" aria-labelledby="measurements">
        <h2 id="measurements" tabindex="-1">{{ t('experiment.measure.title') }}</h2>
        @if (it.measurements.length === 0) {
          <p class="quiet">{{ t(it.mayMeasure ? 'experiment.measure.empty-do' : 'experiment.measure.empty') }}</p>
        } @else {
          <polku-measurement-table
            [measurements]="it.measurements"
            [meant]="it.card"
            [mayCorrect]="it.mayCorrect"
            (correct)="correcting.set($event)"
          />
        }
        @if (correcting(); as measurement) {
          @if (it.mayCorrect) {
            <polku-correct-form [measurement]="measurement" [meant]="it.card" [save]="saveCorrection" (leave)="leaveCorrection()" />
          }
        }
        @if (it.mayMeasure) {
          <div class="add" id="measure-form">
            <h3>{{ t('experiment.measure.add') }}</h3>
            <polku-measurement-form [kind]="it.card.kind" [unit]="it.card.unit" [save]="save" />
          </div>
          @if (importing()) {
            <polku-import-form (leave)="leaveImport()" />
          } @else {
            <button mat-button type="button" (click)="importing.set(true)">{{ t('experiment.import.open') }}</button>
          }
        }
      </section>
    }
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
    }

    .add {
      margin-top: var(--s5);
      scroll-margin-top: 90px;

      h3 {
        margin-bottom: var(--s2);
      }
    }

    .add + * {
      display: block;
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Measurements {
  private readonly api = inject(ExperimentsApi);
  private readonly messages = inject(Messages);
  private readonly open = inject(OpenExperiment);
  private readonly goTo = injectGoTo();
  protected readonly t = injectTranslate();

  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly correcting = signal<MeasurementView | null>(null);
  protected readonly importing = signal(false);

  protected leaveCorrection(): void {
    this.correcting.set(null);
    this.goTo('measurements');
  }

  protected leaveImport(): void {
    this.importing.set(false);
    this.goTo('measurements');
  }

  protected readonly save: Save<RecordMeasurement> = async (input) => {
    const problem = await this.open.act((organisation, { id }) => this.api.measure(organisation, id, input));
    if (!problem) this.messages.say(this.t('experiment.measure.added'));
    return problem;
  };

  protected readonly saveCorrection: Save<CorrectMeasurement> = async (input) => {
    const measurement = this.correcting();
    if (!measurement) return undefined;
    const problem = await this.open.act((organisation, { id }) => this.api.correct(organisation, id, measurement.id, input));
    if (problem) return problem;
    this.leaveCorrection();
    this.messages.say(this.t(input.withdrawn ? 'experiment.correct.withdrawn' : 'experiment.correct.done'));
    return undefined;
  };
}
