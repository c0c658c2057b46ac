import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LIMITS } from '#contracts/constants';
import { ExperimentsApi } from '../../../api/experiments-api';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import { injectGoTo } from '../go-to';
import { OpenExperiment } from '../open-experiment';

/** What was seen that no number says, day by day. */
@Component({
  selector: 'polku-observations',
  imports: [FormProblem, FormRoot, MatButton, TextField],
  template: `
    @if (experiment(); as it) {
      <section class="box" aria-labelledby="observations">
        <h2 id="observations" tabindex="-1">{{ t('experiment.observe.title') }}</h2>
        @for (observation of it.observations; track observation.id) {
          <article>
            <p class="text">{{ observation.text }}</p>
            <p class="quiet small">{{ moments.day(observation.on) }} · {{ observation.by?.name ?? '–' }}</p>
          </article>
        } @empty {
          <p class="quiet">{{ t('experiment.observe.empty') }}</p>
        }
        @if (it.mayMeasure || it.mayCorrect) {
          @if (writing()) {
            <form id="observations-form" [formRoot]="fields" novalidate [attr.aria-label]="t('experiment.observe.add')">
              <polku-text-field kind="day" [field]="fields.on" [label]="t('codes.name.on')" />
              <polku-text-field
                kind="lines"
                [field]="fields.text"
                [label]="t('experiment.observe.what')"
                [hint]="t('experiment.observe.hint')"
                [limit]="limit"
              />
              <polku-form-problem [problem]="problem()" />
              <div class="actions">
                <button mat-stroked-button type="submit" [disabled]="fields().submitting()">{{ t('experiment.observe.add') }}</button>
                <button mat-button type="button" (click)="leave()">{{ t('ui.close') }}</button>
              </div>
            </form>
          } @else {
            <button mat-stroked-button class="add" type="button" (click)="begin()">{{ t('experiment.observe.add') }}</button>
          }
        }
      </section>
    }
  `,
  styleUrl: './records.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Observations {
  private readonly api = inject(ExperimentsApi);
  private readonly open = inject(OpenExperiment);
  private readonly goTo = injectGoTo();
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly writing = signal(false);
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    signal({ on: this.moments.today(), text: '' }),
    (path) => {
      needed(path.on);
      needed(path.text);
      atMost(path.text, LIMITS.text);
    },
    { submission: { action: () => this.send(), onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl() } },
  );

  protected begin(): void {
    this.writing.set(true);
    this.goTo('observations-form');
  }

  protected leave(): void {
    this.writing.set(false);
    this.goTo('observations');
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { on, text } = this.fields().value();
    const problem = await this.open.act((organisation, { id }) => this.api.observe(organisation, id, { on, text: text.trim() }));
    if (problem && problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    if (problem) return undefined;
    this.fields().reset({ on, text: '' });
    this.leave();
    return undefined;
  }
}
