import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { mdiChevronDown, mdiChevronUp } from '@mdi/js';
import type { Way } from '../../../api/followers-api';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import { OpenIdea } from '../open-idea';
import { PeopleList } from './people-list';

/** How many support and follow the idea, and on demand who. */
@Component({
  selector: 'polku-idea-people',
  imports: [Icon, PeopleList],
  template: `
    <section class="box" aria-labelledby="people">
      <h2 id="people" tabindex="-1">{{ t('idea.people.title') }}</h2>
      @for (part of parts(); track part.way) {
        @if (part.count > 0) {
          <button
            type="button"
            [attr.aria-expanded]="isOpen(part.way)"
            [attr.aria-controls]="isOpen(part.way) ? part.way : null"
            (click)="toggle(part.way)"
          >
            {{ t('idea.people.' + part.way, { count: part.count }) }}
            <polku-icon [path]="isOpen(part.way) ? icons.less : icons.more" />
          </button>
          @if (isOpen(part.way)) {
            <polku-people-list [id]="part.way" [way]="part.way" [count]="part.count" />
          }
        } @else {
          <p class="quiet">{{ t('idea.people.' + part.way, { count: 0 }) }}</p>
        }
      }
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--s2);
    }

    button {
      display: flex;
      align-items: center;
      gap: var(--s1);
      padding: 6px 0;
      border: 0;
      background: none;
      color: var(--ink);
      font: 500 15px/19px var(--font);
      cursor: pointer;

      &:hover {
        color: var(--path);
      }
    }

    p {
      padding: 6px 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaPeople {
  private readonly open = inject(OpenIdea);
  private readonly opened = signal<readonly Way[]>([]);
  protected readonly t = injectTranslate();
  protected readonly icons = { more: mdiChevronDown, less: mdiChevronUp };
  /** As they were kept: a list is fetched for each count. */
  protected readonly parts = computed(() => {
    const idea = this.open.idea.value();
    return (['supporters', 'followers'] as const).map((way) => ({ way, count: idea?.[way] ?? 0 }));
  });

  protected isOpen(way: Way): boolean {
    return this.opened().includes(way);
  }

  protected toggle(way: Way): void {
    this.opened.update((opened) => (opened.includes(way) ? opened.filter((it) => it !== way) : [...opened, way]));
  }
}
