import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { injectTranslate } from '../../i18n/translate';

const arrows = ['←', '→', '↑', '↓'] as const;
const groups = [
  { name: 'everywhere', keys: { search: ['/'], palette: ['Ctrl', 'K'], undo: ['Ctrl', 'Z'], shortcuts: ['?'], close: ['Esc'] } },
  {
    name: 'board',
    keys: {
      go: arrows,
      open: ['Enter'],
      select: ['X'],
      'pick-up': ['Space'],
      carry: arrows,
      'put-down': ['Space'],
      back: ['Esc'],
    },
  },
] as const;

/** The keys that do something, everywhere and on the board. */
@Component({
  selector: 'polku-shortcuts',
  imports: [MatButton, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ t('palette.shortcuts') }}</h2>
    <mat-dialog-content>
      @for (group of groups; track group.name) {
        <h3>{{ t('palette.keys.' + group.name) }}</h3>
        <dl>
          @for (key of group.keys; track key.name) {
            <div>
              <dt>{{ t('palette.key.' + key.name) }}</dt>
              <dd>
                @for (part of key.parts; track part) {
                  <kbd>{{ part }}</kbd>
                }
              </dd>
            </div>
          }
        </dl>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close>{{ t('ui.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    h3 {
      margin: var(--s3) 0 4px;
      color: var(--ink-2);
      font: 600 var(--t-s) var(--font);
    }

    div {
      display: flex;
      gap: var(--s4);
      align-items: baseline;
      justify-content: space-between;
      padding: 7px 0;
      border-top: 1px solid var(--line);
    }

    dd {
      display: flex;
      flex: none;
      gap: 4px;
      margin: 0;
    }

    kbd {
      min-width: 26px;
      padding: 2px 7px;
      border: 1px solid var(--edge);
      border-radius: 6px;
      background: var(--surface-2);
      color: var(--ink-2);
      font: 600 13px/18px var(--font);
      text-align: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shortcuts {
  protected readonly t = injectTranslate();
  protected readonly groups = groups.map(({ name, keys }) => ({
    name,
    keys: Object.entries<readonly string[]>(keys).map(([key, parts]) => ({ name: key, parts })),
  }));
}
