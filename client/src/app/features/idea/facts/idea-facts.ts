import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTranslate } from '../../../i18n/translate';
import { isUnanswered } from '../next/next-action';
import { OpenIdea } from '../open-idea';
import { FactField } from './fact-field';
import { IdeaChallenge } from './idea-challenge';

/** What the idea says: need, proposal, for whom, effect; and the set-up that a pilot needs. */
@Component({
  selector: 'polku-idea-facts',
  imports: [FactField, IdeaChallenge, RouterLink],
  template: `
    <section class="box" aria-labelledby="fields">
      <h2 id="fields" tabindex="-1">{{ t('idea.facts') }}</h2>
      <div class="texts">
        @for (name of texts; track name) {
          <polku-fact-field [name]="name" />
        }
        <polku-idea-challenge />
      </div>
      <div class="tags">
        @if (mayEdit()) {
          <polku-fact-field name="tags" kind="line" />
        } @else if (tags().length > 0) {
          <ul [attr.aria-label]="t('codes.name.tags')">
            @for (tag of tags(); track tag) {
              <li>
                <a [routerLink]="['/', organisation(), 'ideas']" [queryParams]="{ tag }">{{ tag }}</a>
              </li>
            }
          </ul>
        }
      </div>
    </section>
    @if (showsSetUp()) {
      <section class="box" aria-labelledby="set-up">
        <h2 id="set-up">{{ t('idea.set-up') }}</h2>
        <p class="quiet small lead">{{ t('idea.set-up-hint') }}</p>
        <div class="pairs">
          @for (name of setUp; track name) {
            <polku-fact-field [name]="name" />
          }
        </div>
      </section>
    }
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
      outline-offset: 4px;
    }

    .lead {
      margin: calc(-1 * var(--s2)) 0 var(--s3);
    }

    .texts {
      display: grid;
      gap: var(--s4);
    }

    .tags {
      margin-top: var(--s4);
    }

    ul {
      list-style: none;
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }

    a {
      display: inline-block;
      padding: 2px 10px;
      border-radius: 14px;
      background: var(--surface-2);
      color: var(--ink-2);
      font: 500 13.5px/20px var(--font);
      text-decoration: none;
      overflow-wrap: anywhere;
    }

    .pairs {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
      gap: var(--s4) var(--s5);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaFacts {
  private readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();
  protected readonly texts = ['need', 'proposal', 'beneficiaries', 'effectGoal'] as const;
  protected readonly setUp = ['schedule', 'costEstimate', 'testGroup', 'partners'] as const;
  protected readonly organisation = this.open.organisation;
  // Before the first answer nobody has to think of a test; what is written shows all the same.
  protected readonly showsSetUp = computed(() => {
    const idea = this.open.idea.value();
    return idea !== undefined && (!isUnanswered(idea) || this.setUp.some((name) => idea[name] !== null));
  });
  protected readonly tags = computed(() => this.open.idea.value()?.tags ?? []);
  protected readonly mayEdit = computed(() => this.open.idea.value()?.mayEdit ?? false);
}
