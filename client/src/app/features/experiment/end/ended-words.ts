import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectMetricNumbers } from '../../../ui/verdict/metric-numbers';
import { OpenExperiment } from '../open-experiment';

/** How an experiment ended: its result in words, and what was learned. */
@Component({
  selector: 'polku-ended-words',
  template: `
    @if (experiment(); as it) {
      @if (it.result || it.lesson) {
        <section class="box" aria-labelledby="ended">
          <h2 id="ended">{{ t(it.result ? 'codes.name.result' : 'codes.name.lesson') }}</h2>
          @if (it.result) {
            <p class="text">{{ it.result }}</p>
          }
          @if (it.lesson; as lesson) {
            <dl>
              <div>
                <dt>{{ t('codes.name.observed') }}</dt>
                <dd>{{ lesson.observed }}</dd>
              </div>
              <div>
                <dt>{{ t('codes.name.learned') }}</dt>
                <dd>{{ lesson.learned }}</dd>
              </div>
              <div>
                <dt>{{ t('codes.name.therefore') }}</dt>
                <dd>{{ lesson.therefore }}</dd>
              </div>
              @if (lesson.saved; as saved) {
                <div>
                  <dt>{{ t('codes.name.saved') }}</dt>
                  <dd>{{ numbers.money(saved) }}</dd>
                </div>
              }
            </dl>
            <p class="quiet small">{{ lesson.by?.name ?? '–' }} · {{ moments.day(lesson.at) }}</p>
          }
        </section>
      }
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    h2 {
      margin-bottom: var(--s2);
    }

    .text,
    dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    dl {
      display: grid;
      gap: 6px;
      margin: var(--s3) 0 4px;
      border-left: 3px solid var(--lesson);
      padding-left: var(--s4);
    }

    dl > div {
      display: grid;
      grid-template-columns: minmax(90px, 148px) minmax(0, 1fr);
      gap: 0 var(--s3);
    }

    dt {
      color: var(--ink-3);
      font: 400 14px/22px var(--font);
    }

    @media (max-width: 479px) {
      dl > div {
        display: block;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndedWords {
  private readonly open = inject(OpenExperiment);
  protected readonly numbers = injectMetricNumbers();
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  protected readonly experiment = computed(() => this.open.experiment.value());
}
