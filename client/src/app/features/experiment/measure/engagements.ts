import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot, type SchemaPathTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LIMITS } from '#contracts/constants';
import { IdeasApi } from '../../../api/ideas-api';
import { asProblem } from '../../../api/problem-error';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed, numberIn, wholeFrom } from '../../../ui/form/text-rules';
import { injectMetricNumbers } from '../../../ui/verdict/metric-numbers';
import { injectGoTo } from '../go-to';
import { OpenExperiment } from '../open-experiment';

interface Entry {
  readonly on: string;
  readonly who: string;
  readonly count: string;
  readonly how: string;
  readonly heard: string;
}

/** Residents and users who were involved in the experiment, and what they said. */
@Component({
  selector: 'polku-engagements',
  imports: [FormProblem, FormRoot, MatButton, TextField],
  template: `
    @if (experiment(); as it) {
      <section class="box" aria-labelledby="engagements">
        <h2 id="engagements" tabindex="-1">{{ t('experiment.engage.title') }}</h2>
        @for (engagement of it.engagements; track engagement.id) {
          <article>
            <p class="who">{{ whoOf(engagement) }} · {{ engagement.how }}</p>
            <p class="text">{{ engagement.heard }}</p>
            <p class="quiet small">{{ moments.day(engagement.on) }} · {{ engagement.by?.name ?? '–' }}</p>
          </article>
        } @empty {
          <p class="quiet">{{ t('experiment.engage.empty') }}</p>
        }
        @if (mayRecord()) {
          @if (writing()) {
            <form id="engagements-form" [formRoot]="fields" novalidate [attr.aria-label]="t('experiment.engage.add')">
              <div class="field-row">
                <polku-text-field kind="day" [field]="fields.on" [label]="t('codes.name.on')" />
                <polku-text-field
                  [field]="fields.who"
                  [label]="t('codes.name.who')"
                  [hint]="t('experiment.engage.who-hint')"
                  [limit]="limits.shortText"
                />
                <polku-text-field
                  kind="number"
                  [field]="fields.count"
                  [label]="t('experiment.engage.count')"
                  [aside]="t('card.optional')"
                />
                <polku-text-field
                  [field]="fields.how"
                  [label]="t('codes.name.how')"
                  [hint]="t('experiment.engage.how-hint')"
                  [limit]="limits.shortText"
                />
              </div>
              <polku-text-field kind="lines" [field]="fields.heard" [label]="t('codes.name.heard')" [limit]="limits.text" />
              <polku-form-problem [problem]="problem()" />
              <div class="actions">
                <button mat-stroked-button type="submit" [disabled]="fields().submitting()">{{ t('experiment.engage.add') }}</button>
                <button mat-button type="button" (click)="leave()">{{ t('ui.close') }}</button>
              </div>
            </form>
          } @else {
            <button mat-stroked-button class="add" type="button" (click)="begin()">{{ t('experiment.engage.add') }}</button>
          }
        }
      </section>
    }
  `,
  styleUrl: './records.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Engagements {
  private readonly ideas = inject(IdeasApi);
  private readonly open = inject(OpenExperiment);
  private readonly goTo = injectGoTo();
  private readonly numbers = injectMetricNumbers();
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;

  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly mayRecord = computed(() => this.open.idea.value()?.mayEdit ?? false);
  protected readonly writing = signal(false);
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  private readonly entry = signal<Entry>(this.blank());
  protected readonly fields = form(
    this.entry,
    (path: SchemaPathTree<Entry>) => {
      for (const part of [path.on, path.who, path.how, path.heard]) needed(part);
      for (const short of [path.who, path.how]) atMost(short, LIMITS.shortText);
      atMost(path.heard, LIMITS.text);
      wholeFrom(path.count, 1);
    },
    { submission: { action: () => this.send(), onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl() } },
  );

  protected whoOf({ who, count }: { readonly who: string; readonly count: number | null }): string {
    return count === null ? who : `${who} (${this.numbers.plain(count)})`;
  }

  protected begin(): void {
    this.writing.set(true);
    this.goTo('engagements-form');
  }

  protected leave(): void {
    this.writing.set(false);
    this.goTo('engagements');
  }

  private blank(): Entry {
    return { on: this.moments.today(), who: '', count: '', how: '', heard: '' };
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const number = this.open.ideaNumber();
    if (number === undefined) return undefined;
    const { on, who, count, how, heard } = this.entry();
    try {
      await this.ideas.engage(this.open.organisation(), number, {
        on,
        who: who.trim(),
        count: numberIn(count),
        how: how.trim(),
        heard: heard.trim(),
        experiment: this.open.id(),
      });
      this.fields().reset(this.blank());
      this.leave();
      await this.open.refresh();
      return undefined;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
      this.problem.set(problem);
      return undefined;
    }
  }
}
