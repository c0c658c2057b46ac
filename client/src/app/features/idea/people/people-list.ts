import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PersonView } from '#contracts';
import { FollowersApi, type Way } from '../../../api/followers-api';
import { NewestPages } from '../../../api/newest-pages';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';

/** Who follows the idea, or who supports it, page by page; fetched again whenever their number changes. */
@Component({
  selector: 'polku-people-list',
  imports: [Avatar, MatButton, Skeleton],
  template: `
    @if (people.items().length > 0) {
      <ul>
        @for (person of people.items(); track person.id) {
          <li>
            <polku-avatar [name]="person.name" aria-hidden="true" />
            <span>
              {{ person.name }}
              @if (person.unit) {
                <small>{{ person.unit }}</small>
              }
            </span>
          </li>
        }
      </ul>
      @if (people.next()) {
        <button mat-button type="button" (click)="people.more()" [disabled]="people.busy()">{{ t('idea.people.more') }}</button>
      }
    } @else if (people.pending()) {
      <polku-skeleton [lines]="2" />
    }
    @if (people.problem()) {
      <p role="alert">
        {{ t('idea.failed') }}
        <button mat-button type="button" (click)="people.load()">{{ t('idea.retry') }}</button>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s2);
    }

    ul {
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 10px;
      align-items: center;
      padding: 6px 0;
      font: 500 15px/19px var(--font);
      overflow-wrap: anywhere;
    }

    small {
      display: block;
      font: 400 var(--t-s) var(--font);
      color: var(--ink-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleList {
  private readonly api = inject(FollowersApi);
  private readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  readonly way = input.required<Way>();
  readonly count = input.required<number>();

  protected readonly people = new NewestPages<PersonView>((cursor) =>
    this.api.list(this.open.organisation(), this.open.number(), this.way(), cursor),
  );

  constructor() {
    effect(() => {
      this.count();
      untracked(() => void this.people.loadShown());
    });
  }
}
