import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeIdea } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { PathDots } from '../../ui/path-line/path-dots';
import { Tag, type Meaning } from '../../ui/tag/tag';

const asideMeanings: Readonly<Record<string, Meaning>> = { stopped: 'lesson' };

/** An idea of mine: its path as a line of dots with the one where it stands named, since when, and until when. */
@Component({
  selector: 'polku-idea-station',
  imports: [PathDots, RouterLink, Tag],
  template: `
    <a class="title" [routerLink]="['/', organisation(), 'ideas', idea().number]" [attr.lang]="idea().language">{{ idea().title }}</a>
    <div class="place">
      <polku-path-dots [states]="states()" />
      @if (place() > 0) {
        <span class="step">
          {{ idea().stepName
          }}<span class="cdk-visually-hidden">, {{ t('home.station', { place: place(), count: states().length }) }}</span>
        </span>
      } @else {
        <polku-tag [meaning]="asideMeaning()">{{ idea().stepName }}</polku-tag>
      }
    </div>
    <p class="facts">
      <span class="quiet">#{{ idea().number }} · {{ t('home.since', { date: moments.day(idea().stepSince) }) }}</span>
      @if (due(); as it) {
        <polku-tag [meaning]="it.meaning">{{ it.text }}</polku-tag>
      }
    </p>
  `,
  styleUrl: './home-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaStation {
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly idea = input.required<HomeIdea>();
  readonly organisation = input.required<string>();

  protected readonly states = computed(() => this.idea().path.map(({ state }) => state));
  /** Which station it stands at, counted from one; 0: beside the path. */
  protected readonly place = computed(() => this.states().indexOf('now') + 1);
  protected readonly asideMeaning = computed<Meaning>(() => asideMeanings[this.idea().step] ?? 'unclear');
  protected readonly due = computed(() => this.moments.dueMark(this.idea()));
}
