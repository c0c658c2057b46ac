import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { DemoPerson } from './demo-person';
import { asProblem, type ProblemError } from '../api/problem-error';
import { Languages } from '../i18n/languages';
import { injectTranslate } from '../i18n/translate';
import { Logo } from '../ui/logo/logo';
import { Installation } from './installation';
import { Session } from './session';

/** E-mail and password; in the demo also a button for each of its people. */
@Component({
  selector: 'polku-sign-in-page',
  imports: [FormsModule, Logo, MatButton],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly installation = inject(Installation);
  protected readonly languages = inject(Languages);
  protected readonly t = injectTranslate();

  /** The page to go on to. */
  readonly return = input<string>();
  /** Set when the session ended by itself. */
  readonly ended = input<string>();

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly missing = signal<readonly ('email' | 'password')[]>([]);

  protected readonly organisations = computed(() => {
    const people = this.installation.demo()?.people ?? [];
    return [...Map.groupBy(people, (it) => it.organisation)].map(([name, members]) => ({ name, members }));
  });

  protected rolesOf(person: DemoPerson): string {
    const special = person.roles.filter((role) => role !== 'employee');
    return (special.length > 0 ? special : person.roles).map((role) => this.t(`codes.role.${role}`)).join(', ');
  }

  protected async enter(): Promise<void> {
    const missing = [...(this.email().trim() ? [] : ['email' as const]), ...(this.password() ? [] : ['password' as const])];
    this.missing.set(missing);
    const first = missing[0];
    if (first) document.getElementById(first)?.focus();
    else await this.signIn(this.email().trim(), this.password());
  }

  protected async enterAs(person: DemoPerson): Promise<void> {
    await this.signIn(person.email, this.installation.demo()?.password ?? '');
  }

  private async signIn(email: string, password: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.session.signIn({ email, password });
      await this.router.navigateByUrl(this.safeReturn());
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  // A link from elsewhere must not lead out of Polku.
  private safeReturn(): string {
    const back = this.return() ?? '/';
    return back.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\') ? back : '/';
  }
}
