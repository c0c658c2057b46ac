import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { LessonView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { OpenIdea } from './open-idea';

const textOf = (lesson: LessonView | null): string => (lesson ? [lesson.observed, lesson.learned, lesson.therefore].join('\n') : '');

/** What was learned on the way, in its three sentences. */
@Component({
  selector: 'polku-idea-lessons',
  template: `
    @if (lessons().length > 0) {
      <section class="box" aria-labelledby="lessons">
        <h2 id="lessons" tabindex="-1">{{ t('idea.lessons') }}</h2>
        @for (lesson of lessons(); track $index) {
          <article>
            <dl>
              <dt>{{ t('codes.name.observed') }}</dt>
              <dd>{{ lesson.observed }}</dd>
              <dt>{{ t('codes.name.learned') }}</dt>
              <dd>{{ lesson.learned }}</dd>
              <dt>{{ t('codes.name.therefore') }}</dt>
              <dd>{{ lesson.therefore }}</dd>
            </dl>
            <p class="quiet small">{{ lesson.by?.name ?? t('idea.by-itself') }} · {{ moments.day(lesson.at) }}</p>
          </article>
        }
      </section>
    }
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
    }

    article {
      border-left: 3px solid var(--lesson);
      padding-left: var(--s4);
    }

    article + article {
      margin-top: var(--s4);
    }

    dl {
      display: grid;
      grid-template-columns: minmax(90px, 148px) minmax(0, 1fr);
      gap: 6px var(--s3);
      margin-bottom: 4px;
    }

    dt {
      color: var(--ink-3);
      font: 400 14px/22px var(--font);
    }

    dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    @media (max-width: 479px) {
      dl {
        display: block;
      }

      dd {
        margin-bottom: 6px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaLessons {
  protected readonly t = injectTranslate();
  protected readonly moments = inject(Moments);
  private readonly open = inject(OpenIdea);
  // The lesson of an experiment stands with its experiment.
  protected readonly lessons = computed(() => {
    const told = new Set((this.open.experiments.value() ?? []).map((it) => textOf(it.lesson)));
    return (this.open.idea.value()?.lessons ?? []).filter((it) => !told.has(textOf(it)));
  });
}
