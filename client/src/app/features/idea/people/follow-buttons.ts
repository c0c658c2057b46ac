import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiBell, mdiBellOutline, mdiThumbUp, mdiThumbUpOutline } from '@mdi/js';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import { IdeaStanding } from './idea-standing';

/** Following the idea, and supporting it, each by one press. */
@Component({
  selector: 'polku-follow-buttons',
  imports: [Icon, MatButton],
  template: `
    <button
      mat-stroked-button
      type="button"
      [attr.aria-pressed]="followers().isIn"
      [title]="t('idea.people.follow-hint')"
      (click)="standing.toggle('followers')"
    >
      <polku-icon [path]="followers().isIn ? icons.following : icons.follow" />
      {{ t(followers().isIn ? 'idea.people.following' : 'idea.people.follow') }}
    </button>
    <button
      mat-stroked-button
      type="button"
      [attr.aria-pressed]="supporters().isIn"
      [attr.aria-label]="t('idea.people.support-count', { count: supporters().count })"
      (click)="standing.toggle('supporters')"
    >
      <polku-icon [path]="supporters().isIn ? icons.supported : icons.support" />
      {{ t('idea.people.support') }}
      @if (supporters().count > 0) {
        <b>{{ supporters().count }}</b>
      }
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      margin-top: var(--s3);
    }

    polku-icon {
      margin-inline-end: var(--s1);
    }

    b {
      margin-inline-start: var(--s1);
    }

    [aria-pressed='true'] {
      background: var(--path-soft);
      border-color: var(--path);
      color: var(--path-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowButtons {
  protected readonly standing = inject(IdeaStanding);
  protected readonly t = injectTranslate();
  protected readonly icons = { follow: mdiBellOutline, following: mdiBell, support: mdiThumbUpOutline, supported: mdiThumbUp };
  protected readonly followers = computed(() => this.standing.followers());
  protected readonly supporters = computed(() => this.standing.supporters());
}
