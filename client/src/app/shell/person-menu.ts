import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { Router } from '@angular/router';
import { mdiCheck, mdiDevices, mdiLogout } from '@mdi/js';
import { asProblem } from '../api/problem-error';
import { Languages } from '../i18n/languages';
import { injectListing } from '../i18n/listing';
import { injectTranslate } from '../i18n/translate';
import { Session } from '../session/session';
import { Avatar } from '../ui/avatar/avatar';
import { Icon } from '../ui/icon/icon';
import { Messages } from '../ui/messages/messages';
import { Theme } from './theme';

/** Who one is, the other organisations, the language, light or dark, and the way out. */
@Component({
  selector: 'polku-person-menu',
  imports: [Avatar, Icon, MatIconButton, MatMenuModule],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonMenu {
  private readonly router = inject(Router);
  private readonly list = injectListing();
  private readonly messages = inject(Messages);
  protected readonly session = inject(Session);
  protected readonly languages = inject(Languages);
  protected readonly theme = inject(Theme);
  protected readonly t = injectTranslate();
  protected readonly icons = { check: mdiCheck, devices: mdiDevices, out: mdiLogout };

  protected roles(): string {
    return this.list(this.session.roles().map((role) => this.t(`codes.role.${role}`)));
  }

  /** Turns round whether others see which idea one has open. */
  protected async togglePresence(): Promise<void> {
    try {
      await this.session.showPresence(!this.session.me()?.showsPresence);
    } catch (error) {
      this.messages.say(this.t(`codes.problem.${asProblem(error).code}`, { seconds: 60 }));
    }
  }

  protected showSessions(): void {
    void this.router.navigate(['/', this.session.organisation(), 'sessions']);
  }

  protected visit(organisation: string): void {
    void this.router.navigate(['/', organisation, 'board']);
  }
}
