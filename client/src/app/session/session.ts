import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { Language, MeView, MembershipView, Role, SignIn } from '#contracts';
import { Connection } from '../api/connection';
import { ProblemError } from '../api/problem-error';
import { SessionApi } from '../api/session-api';
import { Languages } from '../i18n/languages';
import { Moments } from '../i18n/moments';

/** Who is signed in, and in which organisation they now are (that of the address). */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(SessionApi);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly moments = inject(Moments);
  private readonly person = signal<MeView | null>(null);
  private readonly slug = signal<string | null>(null);
  private asking: Promise<MeView | null> | undefined;

  readonly me = this.person.asReadonly();
  readonly membership = computed<MembershipView | null>(() => this.person()?.organisations.find((it) => it.slug === this.slug()) ?? null);
  /** The slug of the organisation of the address; empty outside one. */
  readonly organisation = computed(() => this.membership()?.slug ?? '');
  readonly roles = computed<readonly Role[]>(() => this.membership()?.roles ?? []);
  /** The innovation hub; administrators may all that the hub may. */
  readonly isHub = computed(() => this.roles().some((role) => role === 'hub' || role === 'admin'));
  /** A resident and nothing else: a guest of the organisation. */
  readonly isGuest = computed(() => this.roles().every((role) => role === 'resident'));
  readonly isManager = computed(() => this.roles().includes('manager'));

  constructor() {
    const connection = inject(Connection);
    effect(() => {
      if (connection.sessionEnded() > 0) untracked(() => this.end());
    });
  }

  /** The person who is signed in, or null; asks the server once. */
  known(): Promise<MeView | null> {
    this.asking ??= this.ask();
    return this.asking;
  }

  /** Goes into an organisation; false when the person is no member of it. */
  enter(slug: string): boolean {
    this.slug.set(slug);
    const membership = this.membership();
    if (membership) this.moments.useZone(membership.timeZone);
    return membership !== null;
  }

  async signIn(input: SignIn): Promise<MeView> {
    const me = await this.api.signIn(input);
    await this.remember(me);
    return me;
  }

  async signOut(): Promise<void> {
    try {
      await this.api.signOut();
    } finally {
      this.forget();
      await this.router.navigateByUrl('/sign-in');
    }
  }

  /** Shows another language, and writes to the person in it from now on. */
  async speak(language: Language): Promise<void> {
    await this.languages.choose(language);
    if (this.person()) this.person.set(await this.api.editMe({ language }));
  }

  /** Shows others which idea the person has open, or no longer does. */
  async showPresence(showsPresence: boolean): Promise<void> {
    this.person.set(await this.api.editMe({ showsPresence }));
  }

  /** The session has ended elsewhere: back to the sign-in page, and from there to where we are. */
  end(): void {
    if (!this.person()) return;
    const back = this.router.url;
    this.forget();
    void this.router.navigate(['/sign-in'], { queryParams: { return: back, ended: '' } });
  }

  private async ask(): Promise<MeView | null> {
    try {
      const me = await this.api.read();
      await this.remember(me);
      return me;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-signed-in') return null;
      // Not known yet: the next page asks again.
      this.asking = undefined;
      throw error;
    }
  }

  private async remember(me: MeView): Promise<void> {
    this.person.set(me);
    this.asking = Promise.resolve(me);
    await this.languages.suggest(me.language);
  }

  private forget(): void {
    this.person.set(null);
    this.slug.set(null);
    this.asking = Promise.resolve(null);
  }
}
