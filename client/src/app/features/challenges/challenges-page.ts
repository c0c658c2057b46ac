import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ChallengePage, ChallengeView } from '#contracts';
import { ChallengesApi, type ChallengesQuery } from '../../api/challenges-api';
import { Pages } from '../../api/pages';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Dialogs } from '../../ui/dialogs';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { ChallengeCard } from './challenge-card';

/** What the organisation asks for a while, what is open first; the hub asks and changes them here. */
@Component({
  selector: 'polku-challenges-page',
  imports: [ChallengeCard, EmptyState, ErrorState, MatButton, RouterLink, Skeleton],
  templateUrl: './challenges-page.html',
  styleUrl: '../../ui/list-page/list-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChallengesPage {
  private readonly api = inject(ChallengesApi);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly organisation = this.session.organisation;
  protected readonly isHub = this.session.isHub;

  protected readonly list = new Pages<ChallengeView, ChallengePage, ChallengesQuery>(
    (query) => this.api.list(this.organisation(), query),
    (it) => it.id,
  );

  constructor() {
    effect(() => {
      // Who was erased is called so in the language of the screen.
      this.languages.current();
      if (this.organisation()) untracked(() => void this.list.show({}));
    });
  }

  /** Asks for a new one, or for a change of this one. */
  protected async write(challenge: ChallengeView | null): Promise<void> {
    const { ChallengeDialog } = await import('./challenge-dialog');
    await this.dialogs.open<boolean>(ChallengeDialog, { data: challenge, width: '640px' });
    // Whoever cancelled may have been told that somebody else has changed it.
    await this.list.again();
  }
}
