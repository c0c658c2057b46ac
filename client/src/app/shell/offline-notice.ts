import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { injectTranslate } from '../i18n/translate';
import { Live } from '../live/live';

/** Says calmly that the server cannot be reached, and what that means. A short break is not worth a word. */
@Component({
  selector: 'polku-offline-notice',
  template: `
    <div aria-live="polite">
      @switch (live.state()) {
        @case ('offline') {
          <p>{{ t('shell.connection.offline') }}</p>
        }
        @case ('reconnecting') {
          <p class="late">{{ t('shell.connection.reconnecting') }}</p>
        }
      }
    </div>
  `,
  styles: `
    p {
      padding: 7px var(--s5);
      background: var(--waiting-soft);
      color: var(--waiting);
      font: 500 14px/20px var(--font);
    }

    .late {
      animation: appear 0s linear 2.5s both;
    }

    @keyframes appear {
      from {
        display: none;
        visibility: hidden;
        height: 0;
        padding-block: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfflineNotice {
  protected readonly live = inject(Live);
  protected readonly t = injectTranslate();
}
