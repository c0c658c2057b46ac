import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { mdiEyeOutline } from '@mdi/js';
import type { PresenceView } from '#contracts';
import { injectListing } from '../../i18n/listing';
import { injectTranslate } from '../../i18n/translate';
import { Avatar } from '../avatar/avatar';
import { Icon } from '../icon/icon';

/** The others who look at something right now: one picture with one name. */
@Component({
  selector: 'polku-who-looks',
  imports: [Avatar, Icon],
  template: `
    <polku-icon [path]="icon" />
    @for (person of shown(); track person.id) {
      <polku-avatar [name]="person.name" />
    }
    @if (more() > 0) {
      <span class="more">+{{ more() }}</span>
    }
  `,
  host: { role: 'img', '[attr.aria-label]': 'words()', '[attr.title]': 'words()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      flex: none;
      color: var(--ink-3);
    }

    polku-icon {
      width: 15px;
      height: 15px;
      margin-inline-end: 4px;
    }

    polku-avatar + polku-avatar {
      margin-inline-start: -2px;
      box-shadow: 0 0 0 2px var(--lookers-on, var(--surface));
    }

    /* On the edge of a card, which must not grow when somebody comes. */
    :host(.on-edge) {
      height: 22px;
      padding: 0 6px 0 5px;
      border: 1px solid var(--line);
      border-radius: 11px;
      background: var(--surface);

      polku-icon {
        width: 13px;
        height: 13px;
        margin-inline-end: 3px;
      }

      polku-avatar {
        min-width: 18px;
        height: 18px;
        font: 650 8.5px/18px var(--font);
      }
    }

    .more {
      margin-inline-start: 4px;
      font: 500 var(--t-xs) var(--font);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhoLooks {
  readonly presence = input.required<PresenceView>();
  /** How many are shown; the others are counted. */
  readonly most = input(3);

  private readonly list = injectListing();
  private readonly t = injectTranslate();
  protected readonly icon = mdiEyeOutline;
  protected readonly shown = computed(() => this.presence().people.slice(0, this.most()));
  protected readonly more = computed(() => this.presence().total - this.shown().length);
  protected readonly words = computed(() => {
    const { people, total } = this.presence();
    const unnamed = total - people.length;
    const names = people.map(({ name }) => name).concat(unnamed > 0 ? this.t('presence.others', { count: unnamed }) : []);
    return this.t('presence.now', { names: this.list(names) });
  });
}
