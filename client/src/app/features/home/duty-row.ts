import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeDuty } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Tag } from '../../ui/tag/tag';

/** Something that waits for me: what it is, what is to be done, and by when. */
@Component({
  selector: 'polku-duty-row',
  imports: [RouterLink, Tag],
  template: `
    <a class="title" [routerLink]="duty().link" [attr.lang]="duty().language">{{ duty().title }}</a>
    <p class="what">{{ what() }}</p>
    <p class="facts">
      <span class="quiet">#{{ duty().number }}</span>
      <polku-tag [meaning]="duty().overdue ? 'late' : 'waiting'">{{ due() }}</polku-tag>
    </p>
  `,
  styleUrl: './home-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyRow {
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly duty = input.required<HomeDuty>();

  protected readonly what = computed(() => {
    const { kind, decision } = this.duty();
    return this.t(`home.duty.${kind}`, { decision: decision ? this.t(`codes.decision.${decision}`) : '' });
  });
  protected readonly due = computed(() => {
    const { due, overdue } = this.duty();
    if (overdue) return this.moments.due(due, 'overdue');
    return this.moments.daysUntil(due) === 0 ? this.t('home.due.today') : this.t('home.due.by', { day: this.moments.soonDay(due) });
  });
}
