import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Refusal } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { injectRefusalWords } from './refusal-words';

/** Why not: a sentence each, with a link to the place where it can be mended. */
@Component({
  selector: 'polku-refusals',
  imports: [RouterLink],
  template: `
    <ul>
      @for (refusal of shown(); track $index) {
        <li>
          {{ refusal.words }}
          @if (refusal.link) {
            <a [routerLink]="refusal.link" (click)="mend.emit()"
              >{{ t('ui.refusals.mend') }}<span class="cdk-visually-hidden">: {{ refusal.words }}</span></a
            >
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      display: grid;
      gap: 6px;
    }

    li {
      padding-left: 18px;
      position: relative;

      &::before {
        content: '';
        position: absolute;
        left: 0;
        top: 6px;
        width: 9px;
        height: 9px;
        border-radius: 50%;
        border: 2px solid var(--waiting);
      }
    }

    a {
      font-weight: 600;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Refusals {
  readonly refusals = input.required<readonly Refusal[]>();
  /** One of the links was followed. */
  readonly mend = output();
  protected readonly t = injectTranslate();
  private readonly words = injectRefusalWords();
  private readonly router = inject(Router);

  // A link is a path with perhaps a fragment: only a parsed address keeps the fragment.
  protected readonly shown = computed(() =>
    this.refusals().map((it) => ({ words: this.words(it), link: it.link === null ? null : this.router.parseUrl(it.link) })),
  );
}
