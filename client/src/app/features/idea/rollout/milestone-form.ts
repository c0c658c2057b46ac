import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import type { Milestone } from './rollout-plan';

/** Writes one milestone: what is to be reached, and by which day. Its day is its place in the list. */
@Component({
  selector: 'polku-milestone-form',
  imports: [FormProblem, FormRoot, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate (keydown.escape)="leave.emit()">
      <div class="field-row">
        <polku-text-field [field]="fields.title" [label]="t('rollout.milestone-title')" [limit]="limits.title" />
        <polku-text-field kind="day" [field]="fields.on" [label]="t('rollout.milestone-on')" />
      </div>
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-stroked-button type="submit" [disabled]="fields().submitting()">{{ t('rollout.save') }}</button>
        <button mat-button type="button" (click)="leave.emit()" [disabled]="fields().submitting()">{{ t('rollout.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MilestoneForm {
  private readonly injector = inject(Injector);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;

  /** The one that is changed; without it a new one is written. */
  readonly milestone = input<Milestone>();
  readonly save = input.required<Save<Milestone>>();
  readonly leave = output();

  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly entry = signal({ title: '', on: '' });
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.title);
      atMost(path.title, LIMITS.title);
      needed(path.on);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  constructor() {
    let filled = false;
    effect(() => {
      const milestone = this.milestone();
      // Only once: what is typed stays when the milestone changes under it.
      if (filled) return;
      filled = true;
      untracked(() => this.fields().reset({ title: milestone?.title ?? '', on: milestone?.on ?? '' }));
    });
    afterNextRender(() => this.fields.title().focusBoundControl(), { injector: this.injector });
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { title, on } = this.entry();
    const problem = await this.save()({ title: title.trim(), on, doneOn: this.milestone()?.doneOn ?? null });
    if (problem && problem.fields.length > 0) {
      return serverErrors(
        this.fields,
        problem.fields.map((it) => ({ ...it, path: it.path.split('.').at(-1) ?? '' })),
      );
    }
    this.problem.set(problem);
    return undefined;
  }
}
