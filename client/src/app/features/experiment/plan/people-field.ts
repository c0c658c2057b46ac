import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
  afterNextRender,
  Injector,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PersonView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { MembersApi } from '../../../api/members-api';
import { injectTranslate } from '../../../i18n/translate';
import { MemberSearch, type FoundPerson } from '../../../ui/member-search/member-search';
import { OpenExperiment } from '../open-experiment';

/** Who answers for the experiment: the team to tick, and anybody else of the organisation by name. */
@Component({
  selector: 'polku-people-field',
  imports: [MatButton, MemberSearch],
  template: `
    <fieldset class="field">
      <legend class="label">{{ label() }}</legend>
      <p class="hint">{{ t('card.hint.responsible') }}</p>
      <div class="people">
        @for (person of offered(); track person.id) {
          <label>
            <input type="checkbox" [checked]="isChosen(person)" (change)="toggle(person)" />
            <span
              >{{ person.name }}
              @if (person.unit) {
                <span class="quiet">{{ person.unit }}</span>
              }
            </span>
          </label>
        }
      </div>
      @if (searching()) {
        <polku-member-search [label]="t('card.find-person')" [find]="find" (picked)="add($event)" (leave)="searching.set(false)" />
      } @else if (people().length < most) {
        <button mat-button type="button" (click)="search()">{{ t('card.add-person') }}</button>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }

    .people {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin: 4px 0;
    }

    label {
      display: flex;
      gap: 8px;
      align-items: baseline;
      min-height: 28px;
      cursor: pointer;
    }

    input {
      flex: none;
      width: 18px;
      height: 18px;
      accent-color: var(--path);
      transform: translateY(3px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleField {
  private readonly members = inject(MembersApi);
  private readonly open = inject(OpenExperiment);
  private readonly injector = inject(Injector);
  private readonly finder = viewChild(MemberSearch);
  protected readonly t = injectTranslate();
  protected readonly most = LIMITS.responsible;

  readonly label = input.required<string>();
  readonly team = input.required<readonly PersonView[]>();
  readonly people = input.required<readonly PersonView[]>();
  readonly changed = output<readonly PersonView[]>();

  protected readonly searching = signal(false);
  // Whoever was found stays in the row when the tick is taken away.
  private readonly found = signal<readonly PersonView[]>([]);
  protected readonly offered = computed(() => {
    const all = [...this.team(), ...this.people(), ...this.found()];
    return all.filter((person, index) => all.findIndex((it) => it.id === person.id) === index);
  });

  protected readonly find = async (q: string): Promise<readonly FoundPerson[]> => {
    const { items } = await this.members.list(this.open.organisation(), { q, limit: 8 });
    return items.filter((it) => !this.people().some(({ id }) => id === it.id));
  };

  protected isChosen({ id }: PersonView): boolean {
    return this.people().some((it) => it.id === id);
  }

  protected toggle(person: PersonView): void {
    this.changed.emit(this.isChosen(person) ? this.people().filter((it) => it.id !== person.id) : [...this.people(), person]);
  }

  protected add({ id, name, unit }: FoundPerson): void {
    this.searching.set(false);
    this.found.update((all) => [...all, { id, name, unit }]);
    this.changed.emit([...this.people(), { id, name, unit }]);
  }

  protected search(): void {
    this.searching.set(true);
    afterNextRender(() => this.finder()?.focus(), { injector: this.injector });
  }
}
