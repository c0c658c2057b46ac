import { afterNextRender, ChangeDetectionStrategy, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionView } from '#contracts';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { SessionsApi } from '../../api/sessions-api';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { FormProblem } from '../../ui/form/form-problem';
import { Messages } from '../../ui/messages/messages';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { Tag } from '../../ui/tag/tag';

/** Where the person is signed in, and how to end it there. What cannot be undone is asked twice, in its place. */
@Component({
  selector: 'polku-sessions-page',
  imports: [ErrorState, FormProblem, MatButton, Skeleton, Tag],
  templateUrl: './sessions-page.html',
  styleUrl: './sessions-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsPage {
  private readonly api = inject(SessionsApi);
  private readonly messages = inject(Messages);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly list = new Loaded<readonly SessionView[]>(async () => (await this.api.list()).items);
  protected readonly hasOthers = computed(() => (this.list.value() ?? []).some((it) => !it.current));
  /** The session whose end was asked for and waits for a second word; `others` for all but this one. */
  protected readonly asked = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  constructor() {
    void this.list.load();
  }

  protected deviceOf({ browser, system }: SessionView): string {
    return [browser, system].filter((name) => name !== null).join(' · ') || this.t('sessions.unknown-device');
  }

  /** To the second: several may have begun, or been used last, in one minute. */
  protected timesOf({ current, signedInAt, lastSeenAt }: SessionView): string {
    const since = this.moments.dayAndSecond(signedInAt);
    return current
      ? this.t('sessions.times-here', { since })
      : this.t('sessions.times', { since, seen: this.moments.justNowOr(lastSeenAt) });
  }

  protected ask(what: string): void {
    this.problem.set(undefined);
    this.asked.set(what);
    this.focus('.confirm button');
  }

  protected keep(): void {
    const what = this.asked();
    this.asked.set(undefined);
    this.focus(`[data-end="${what}"]`);
  }

  protected async end(): Promise<void> {
    const what = this.asked();
    if (what === undefined || this.busy()) return;
    this.busy.set(true);
    try {
      await (what === 'others' ? this.api.endOthers() : this.endOne(what));
      this.asked.set(undefined);
      await this.list.load();
      this.messages.say(this.t(what === 'others' ? 'sessions.others-ended' : 'sessions.ended'));
      this.focus('h1');
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** One that has ended meanwhile is what was wanted. */
  private async endOne(id: string): Promise<void> {
    try {
      await this.api.end(id);
    } catch (error) {
      if (asProblem(error).code !== 'not-found') throw error;
    }
  }

  private focus(selector: string): void {
    afterNextRender(() => this.element.nativeElement.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
