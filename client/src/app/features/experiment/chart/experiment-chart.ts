import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { injectTranslate } from '../../../i18n/translate';
import { OpenExperiment } from '../open-experiment';
import { picturesOf } from './pictures';
import { SeriesChart } from './series-chart';

/** How the result came to be, measurement by measurement. */
@Component({
  selector: 'polku-experiment-chart',
  imports: [SeriesChart],
  template: `
    @if (experiment(); as it) {
      @if (pictures().length > 0) {
        <section class="box" aria-labelledby="chart">
          <h2 id="chart">{{ t('experiment.chart.title') }}</h2>
          <p class="quiet small">{{ t('experiment.chart.text') }}</p>
          @for (picture of pictures(); track picture.key) {
            <polku-series-chart
              [picture]="picture"
              [confidence]="it.card.confidence"
              [title]="picture.key === 'groups' ? t('experiment.chart.groups') : (it.card.metric ?? it.title)"
            />
          }
        </section>
      }
    }
  `,
  styles: `
    p {
      margin-bottom: var(--s3);
    }

    polku-series-chart + polku-series-chart {
      margin-top: var(--s5);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExperimentChart {
  private readonly open = inject(OpenExperiment);
  protected readonly t = injectTranslate();

  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly pictures = computed(() => {
    const experiment = this.experiment();
    return experiment ? picturesOf(experiment) : [];
  });
}
