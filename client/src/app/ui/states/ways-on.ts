import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { injectTranslate } from '../../i18n/translate';

/** Ways on from a page that holds nothing: the board, the list of ideas, a search. */
@Component({
  selector: 'polku-ways-on',
  imports: [MatButton, RouterLink],
  template: `
    <div class="actions">
      <a mat-flat-button [routerLink]="['/', organisation(), 'board']">{{ t('ui.ways-on.board') }}</a>
      <a mat-stroked-button [routerLink]="['/', organisation(), 'ideas']">{{ t('ui.ways-on.ideas') }}</a>
    </div>
    <form role="search" [attr.aria-label]="t('ui.ways-on.search')" (submit)="$event.preventDefault(); find(words.value)">
      <div class="field">
        <label for="ways-on-words">{{ t('ui.ways-on.search') }}</label>
        <div class="line">
          <input #words class="input" id="ways-on-words" type="search" enterkeyhint="search" autocomplete="off" />
          <button mat-stroked-button type="submit">{{ t('ui.ways-on.find') }}</button>
        </div>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 30em;
      margin: var(--s4) auto 0;
    }

    .actions {
      justify-content: center;
    }

    form {
      margin-top: var(--s5);
      text-align: start;
    }

    .line {
      display: flex;
      gap: var(--s2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaysOn {
  private readonly router = inject(Router);
  protected readonly t = injectTranslate();
  /** The slug of the organisation that they lead into. */
  readonly organisation = input.required<string>();

  protected find(words: string): void {
    const q = words.trim();
    void this.router.navigate(['/', this.organisation(), 'ideas'], { queryParams: q ? { q } : {} });
  }
}
