import { afterNextRender, ChangeDetectionStrategy, Component, inject, Injector, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTranslate } from '../../i18n/translate';
import { Avatar } from '../avatar/avatar';
import { MemberSearch, type FoundPerson } from '../member-search/member-search';

/** Who it is: a person with a way to choose another, or the search for one. */
@Component({
  selector: 'polku-person-field',
  imports: [Avatar, MatButton, MemberSearch],
  template: `
    @if (person(); as chosen) {
      @if (!choosing()) {
        <div class="field" role="group" [attr.aria-label]="label()">
          <span class="label">{{ label() }}</span>
          <div class="chosen">
            <polku-avatar [name]="chosen.name" aria-hidden="true" />
            <span class="name">{{ chosen.unit ? chosen.name + ' · ' + chosen.unit : chosen.name }}</span>
            <button mat-button type="button" (click)="choose()">{{ t('decisions.another-person') }}</button>
          </div>
          @if (fault(); as code) {
            <span class="error">{{ t('codes.field.' + code) }}</span>
          }
        </div>
      }
    }
    @if (!person() || choosing()) {
      <polku-member-search [label]="label()" [find]="find()" (picked)="pick($event)" (leave)="choosing.set(false)" />
      @if (fault(); as code) {
        <p class="error" role="alert">{{ t('codes.field.' + code) }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s4);
    }

    .field {
      margin-bottom: 0;
    }

    .chosen {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
    }

    .name {
      min-width: 0;
      overflow-wrap: anywhere;
      font-weight: 500;
    }

    p.error {
      font: 500 var(--t-s) var(--font);
      color: var(--late);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonField {
  private readonly injector = inject(Injector);
  private readonly search = viewChild(MemberSearch);
  protected readonly t = injectTranslate();

  readonly label = input.required<string>();
  readonly person = input.required<FoundPerson | null>();
  /** Looks members up by a part of their name. */
  readonly find = input.required<(q: string) => Promise<readonly FoundPerson[]>>();
  /** The code of what is wrong (`codes.field.…`), or null. */
  readonly fault = input<string | null>(null);
  readonly picked = output<FoundPerson>();

  protected readonly choosing = signal(false);

  /** Gives the keyboard to the search, where one is open. */
  focus(): void {
    this.search()?.focus();
  }

  protected choose(): void {
    this.choosing.set(true);
    afterNextRender(() => this.focus(), { injector: this.injector });
  }

  protected pick(person: FoundPerson): void {
    this.choosing.set(false);
    this.picked.emit(person);
  }
}
