import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { Tag } from '../../../ui/tag/tag';
import { AwayForm } from './away-form';
import { OwnAbsence } from './own-absence';

/** Saying when one is away and who decides meanwhile; for whom one decides oneself. */
@Component({
  selector: 'polku-away',
  imports: [AwayForm, ErrorState, FormProblem, MatButton, Skeleton, Tag],
  template: `
    @if (absence.known()) {
      <section class="box" aria-labelledby="away">
        <h2 id="away" tabindex="-1">{{ t('decisions.absence.title') }}</h2>
        @if (editing()) {
          <polku-away-form (leave)="editing.set(false)" />
        } @else if (absence.own(); as own) {
          <p class="period">
            <polku-tag [meaning]="own.away ? 'waiting' : 'unclear'">{{
              t(own.away ? 'decisions.absence.under-way' : 'decisions.absence.announced')
            }}</polku-tag>
            {{ t('decisions.absence.period', { from: moments.longDay(own.from), until: moments.longDay(own.until) }) }}
          </p>
          <p>{{ t('decisions.absence.delegate', { name: own.delegate?.name ?? '–' }) }}</p>
          <polku-form-problem [problem]="problem()" />
          <div class="actions">
            <button mat-stroked-button type="button" (click)="end()" [disabled]="ending()">
              {{ t(own.away ? 'decisions.absence.back' : 'decisions.absence.not-going') }}
            </button>
            <button mat-button type="button" (click)="editing.set(true)">{{ t('decisions.absence.change') }}</button>
          </div>
        } @else {
          <p class="quiet lead">{{ t('decisions.absence.lead') }}</p>
          <button mat-flat-button type="button" (click)="editing.set(true)">{{ t('decisions.absence.start') }}</button>
        }
      </section>
      @if (absence.standsInFor().length > 0) {
        <section class="box" aria-labelledby="stands-in">
          <h2 id="stands-in">{{ t('decisions.absence.stands-in-title') }}</h2>
          <ul>
            @for (it of absence.standsInFor(); track it.member.id) {
              <li>{{ t('decisions.absence.stands-in', { name: it.member.name, until: moments.longDay(it.until) }) }}</li>
            }
          </ul>
        </section>
      }
    } @else if (absence.problem(); as problem) {
      <polku-error-state [code]="problem.code" (retry)="absence.again()" />
    } @else {
      <div class="box"><polku-skeleton [lines]="4" /></div>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: var(--s2);
    }

    .lead,
    .actions {
      margin: var(--s2) 0 var(--s3);
    }

    .period {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: baseline;
      margin-bottom: 4px;
    }

    polku-tag::first-letter {
      text-transform: uppercase;
    }

    ul {
      list-style: none;
      display: grid;
      gap: 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Away {
  private readonly messages = inject(Messages);
  protected readonly absence = inject(OwnAbsence);
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  protected readonly editing = signal(false);
  protected readonly ending = signal(false);
  protected readonly problem = signal<SaveProblem | undefined>(undefined);

  protected async end(): Promise<void> {
    this.ending.set(true);
    this.problem.set(await this.absence.end());
    this.ending.set(false);
    if (!this.problem()) this.messages.say(this.t('decisions.absence.ended'));
  }
}
