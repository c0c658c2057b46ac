import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { LessonInput, TransitionAsk } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';

/** What the dialog is about. */
export interface TransitionQuestion {
  /** The number and title of the idea that moves. */
  readonly number: number;
  readonly title: string;
  /** What it says of them instead, where several move. */
  readonly about?: string;
  /** The transition's name in words: `Park`, `Back to Explore idea`. */
  readonly name: string;
  readonly asks: readonly TransitionAsk[];
  /** What was answered before, when the move failed and is tried again. */
  readonly earlier?: TransitionAnswer;
  /** Why it failed, in a sentence. */
  readonly failure?: string;
}

/** What was answered: as `POST …/transitions` takes it. */
export interface TransitionAnswer {
  readonly reason?: string;
  readonly fields?: { readonly returnOn?: string; readonly lesson?: LessonInput; readonly into?: number };
}

type FieldName = 'reason' | 'returnOn' | 'into' | Exclude<keyof LessonInput, 'saved'>;

/** Asks for what a transition needs: a reason, a day of return, a lesson, the idea to merge into. */
@Component({
  selector: 'polku-transition-dialog',
  imports: [FormsModule, MatButton, MatDialogModule],
  templateUrl: './transition-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TransitionDialog {
  private readonly dialog = inject<MatDialogRef<TransitionDialog, TransitionAnswer>>(MatDialogRef);
  private readonly moments = inject(Moments);
  protected readonly question = inject<TransitionQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;
  protected readonly lessonParts = ['observed', 'learned', 'therefore'] as const;
  protected readonly earliest = this.moments.workingDaysFromNow(1);

  protected readonly values = signal<Readonly<Record<FieldName, string>>>({
    reason: this.question.earlier?.reason ?? '',
    returnOn: this.question.earlier?.fields?.returnOn ?? '',
    into: String(this.question.earlier?.fields?.into ?? ''),
    observed: this.question.earlier?.fields?.lesson?.observed ?? '',
    learned: this.question.earlier?.fields?.lesson?.learned ?? '',
    therefore: this.question.earlier?.fields?.lesson?.therefore ?? '',
  });
  protected readonly wrong = signal<readonly FieldName[]>([]);

  protected asks(what: TransitionAsk): boolean {
    return this.question.asks.includes(what);
  }

  protected write(field: FieldName, value: string): void {
    this.values.update((values) => ({ ...values, [field]: value }));
    this.wrong.update((fields) => fields.filter((it) => it !== field));
  }

  protected confirm(): void {
    const wrong = this.needed().filter((field) => !this.isAnswered(field));
    this.wrong.set(wrong);
    const first = wrong[0];
    if (first) document.getElementById(`transition-${first}`)?.focus();
    else this.dialog.close(this.answer());
  }

  private needed(): readonly FieldName[] {
    const needed: FieldName[] = [];
    if (this.asks('into')) needed.push('into');
    if (this.asks('returnOn')) needed.push('returnOn');
    if (this.asks('reason')) needed.push('reason');
    if (this.asks('lesson')) needed.push(...this.lessonParts);
    return needed;
  }

  private isAnswered(field: FieldName): boolean {
    const value = this.values()[field].trim();
    if (field === 'into') return /^#?\d+$/.test(value) && Number(value.replace('#', '')) !== this.question.number;
    if (field === 'returnOn') return value !== '' && this.moments.daysUntil(value) > 0;
    return value !== '';
  }

  private answer(): TransitionAnswer {
    const { reason, returnOn, into, observed, learned, therefore } = this.values();
    const fields = {
      ...(this.asks('returnOn') ? { returnOn } : {}),
      ...(this.asks('into') ? { into: Number(into.trim().replace('#', '')) } : {}),
      ...(this.asks('lesson') ? { lesson: { observed: observed.trim(), learned: learned.trim(), therefore: therefore.trim() } } : {}),
    };
    return { ...(this.asks('reason') ? { reason: reason.trim() } : {}), ...(Object.keys(fields).length > 0 ? { fields } : {}) };
  }
}
