import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DecisionDetail } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectDecisionWords } from '../../../ui/decision/decision-words';
import { Tag } from '../../../ui/tag/tag';

/** How it was decided: by whom, in whose place, why; and against the verdict, with its explanation. */
@Component({
  selector: 'polku-decided',
  imports: [Tag],
  template: `
    @let it = decision();
    <section class="box" aria-labelledby="decided">
      <h2 id="decided" tabindex="-1">{{ t('decision.decided.title') }}</h2>
      <p class="marks">
        @for (mark of marks(); track mark.text) {
          <polku-tag [meaning]="mark.meaning">{{ mark.text }}</polku-tag>
        }
      </p>
      <p class="quiet">{{ who() }}</p>
      @if (it.reason) {
        <h3>{{ t('decision.decided.reason') }}</h3>
        <blockquote>{{ it.reason }}</blockquote>
      }
      @if (it.mustChange) {
        <h3>{{ t('decisions.must-change') }}</h3>
        <blockquote>{{ it.mustChange }}</blockquote>
      }
      @if (it.againstVerdict) {
        <div class="against">
          @if (it.verdict; as verdict) {
            <p>
              {{
                t('decision.decided.against', {
                  number: verdict.number,
                  title: verdict.title,
                  verdict: t('codes.verdict.' + verdict.verdict),
                })
              }}
              @if (verdict.atFirst; as before) {
                {{ t('decision.decide.at-first', { verdict: t('codes.verdict.' + before) }) }}
              }
            </p>
          }
          @if (it.explanation) {
            <h3>{{ t('decision.decided.explanation') }}</h3>
            <blockquote>{{ it.explanation }}</blockquote>
          }
        </div>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: var(--s2);
    }

    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 6px;
    }

    polku-tag {
      font: 650 15px/20px var(--font);
      padding: 3px 10px;
    }

    polku-tag::first-letter {
      text-transform: uppercase;
    }

    h3 {
      margin: var(--s3) 0 2px;
    }

    blockquote {
      margin: 0;
      padding: 2px 0 2px 12px;
      border-left: 3px solid var(--line-2);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .against {
      margin-top: var(--s4);
      padding: var(--s3);
      border-radius: var(--radius-s);
      background: var(--unclear-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Decided {
  private readonly moments = inject(Moments);
  private readonly words = injectDecisionWords();
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();

  protected readonly marks = computed(() => this.words.marks(this.decision()));
  protected readonly who = computed(() => {
    const { decidedAt } = this.decision();
    return [this.words.decider(this.decision()), decidedAt ? this.t('decisions.decided-on', { date: this.moments.longDay(decidedAt) }) : '']
      .filter(Boolean)
      .join(' · ');
  });
}
