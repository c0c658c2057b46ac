import { LiveAnnouncer } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { mdiClose } from '@mdi/js';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Icon } from '../../ui/icon/icon';

/** Tells whoever has just submitted an idea that it is in, and by when somebody answers. */
@Component({
  selector: 'polku-thanks',
  imports: [Icon],
  template: `
    <div class="thanks">
      <div>
        <b>{{ t('idea.thanks-title') }}</b>
        <p>{{ text() }}</p>
      </div>
      <button type="button" (click)="closed.emit()" [attr.aria-label]="t('idea.dismiss')"><polku-icon [path]="icon" /></button>
    </div>
  `,
  styles: `
    .thanks {
      display: flex;
      gap: var(--s3);
      align-items: flex-start;
      justify-content: space-between;
      margin-bottom: var(--s4);
      padding: var(--s3) var(--s4);
      border-radius: var(--radius);
      background: var(--met-soft);
      border-left: 4px solid var(--met);
    }

    b {
      font: 650 16px/22px var(--font);
      color: var(--met);
    }

    button {
      display: grid;
      place-items: center;
      flex: none;
      width: 32px;
      height: 32px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      cursor: pointer;
      font-size: 14px;
    }

    button:hover {
      background: var(--surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Thanks {
  private readonly moments = inject(Moments);
  private readonly announcer = inject(LiveAnnouncer);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiClose;

  readonly number = input.required<number>();
  readonly due = input.required<string | null>();
  readonly closed = output();

  protected readonly text = computed(() => {
    const due = this.due();
    return due
      ? this.t('idea.thanks-text', { number: this.number(), date: this.moments.longDay(due) })
      : this.t('idea.thanks-undated', { number: this.number() });
  });

  constructor() {
    let said = false;
    effect(() => {
      const words = `${this.t('idea.thanks-title')}. ${this.text()}`;
      if (said) return;
      said = true;
      untracked(() => void this.announcer.announce(words, 'polite'));
    });
  }
}
