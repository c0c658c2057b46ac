import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Station } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Presence } from '../../../live/presence';
import { PathLine, type PathStation } from '../../../ui/path-line/path-line';
import { Tag, type Meaning } from '../../../ui/tag/tag';
import { WhoLooks } from '../../../ui/who-looks/who-looks';
import { FactField } from '../facts/fact-field';
import { isAside } from '../next/next-action';
import { FollowButtons } from '../people/follow-buttons';
import { OpenIdea } from '../open-idea';

/** The head of the page: number and title, who it comes from, and the path line with dates. */
@Component({
  selector: 'polku-idea-head',
  imports: [FactField, FollowButtons, PathLine, RouterLink, Tag, WhoLooks],
  templateUrl: './idea-head.html',
  styleUrl: './idea-head.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaHead {
  private readonly moments = inject(Moments);
  private readonly presence = inject(Presence);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  protected readonly idea = computed(() => this.open.idea.value());
  protected readonly lookers = computed(() => this.presence.at(this.open.number()));
  protected readonly who = computed(() => {
    const idea = this.idea();
    if (!idea) return [];
    const { submitter, origin } = idea;
    const name = submitter?.name ?? '';
    const by = submitter
      ? submitter.unit
        ? this.t('idea.by-unit', { name, unit: submitter.unit })
        : this.t('idea.by', { name })
      : this.t('idea.by-nobody');
    const from = origin?.externalId
      ? this.t('idea.imported-number', { externalId: origin.externalId })
      : origin
        ? this.t('idea.imported')
        : '';
    return [
      by,
      this.t('idea.submitted-on', { date: this.moments.day(idea.createdAt) }),
      this.t('idea.team-of', { count: idea.team.length }),
      from,
    ].filter(Boolean);
  });
  protected readonly due = computed(() => {
    const idea = this.idea();
    return idea ? this.moments.dueMark(idea) : null;
  });
  protected readonly asideMeaning = computed<Meaning>(() => (this.idea()?.step === 'stopped' ? 'lesson' : 'unclear'));
  protected readonly isAside = computed(() => {
    const idea = this.idea();
    return idea !== undefined && isAside(idea);
  });
  protected readonly stations = computed<readonly PathStation[]>(() =>
    (this.idea()?.path ?? []).map(({ step, name, state, gate, enteredAt, leftAt }) => ({
      key: step,
      name,
      state,
      gate,
      detail: this.datesOf(state, enteredAt, leftAt),
    })),
  );

  private datesOf(state: Station['state'], enteredAt: string | null, leftAt: string | null): string | null {
    if (state === 'left') {
      const aside = this.idea()?.stepName ?? '';
      return leftAt ? this.t('idea.left', { aside, date: this.moments.day(leftAt) }) : aside;
    }
    if (state === 'ahead' || !enteredAt) return null;
    const from = this.moments.day(enteredAt);
    if (state === 'now') return this.t('idea.since', { date: from });
    const to = leftAt ? this.moments.day(leftAt) : '';
    return to === '' || to === from ? from : this.t('idea.from-to', { from, to });
  }
}
