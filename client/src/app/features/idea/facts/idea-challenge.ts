import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiPencilOutline } from '@mdi/js';
import { ChallengesApi } from '../../../api/challenges-api';
import { IdeasApi } from '../../../api/ideas-api';
import { Loaded } from '../../../api/loaded';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { FormProblem } from '../../../ui/form/form-problem';
import { giveBack } from '../../../ui/give-back';
import { Icon } from '../../../ui/icon/icon';
import { OpenIdea } from '../open-idea';

/** The challenge that the idea answers; the hub gives it another, or none. */
@Component({
  selector: 'polku-idea-challenge',
  imports: [FormProblem, Icon, MatButton, RouterLink],
  templateUrl: './idea-challenge.html',
  styleUrls: ['./fact-field.scss', './idea-challenge.scss'],
  host: { '[hidden]': '!challenge() && !mayChange()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaChallenge {
  private readonly ideas = inject(IdeasApi);
  private readonly challengesApi = inject(ChallengesApi);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  private readonly open = inject(OpenIdea);
  private readonly select = viewChild<ElementRef<HTMLSelectElement>>('chosen');
  protected readonly t = injectTranslate();
  protected readonly pencil = mdiPencilOutline;
  protected readonly organisation = this.open.organisation;
  protected readonly challenge = computed(() => this.open.idea.value()?.challenge ?? null);
  protected readonly mayChange = inject(Session).isHub;

  protected readonly choices = new Loaded(() => this.challengesApi.choices(this.organisation()));
  /** Those that can be chosen, with the one that is. */
  protected readonly offered = computed(() => {
    const [known, now] = [this.choices.value() ?? [], this.challenge()];
    return now && !known.some(({ id }) => id === now.id) ? [now, ...known] : known;
  });
  protected readonly editing = signal(false);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected async edit(): Promise<void> {
    this.problem.set(undefined);
    this.editing.set(true);
    await this.choices.load();
    afterNextRender(() => this.select()?.nativeElement.focus(), { injector: this.injector });
  }

  protected async save(chosen: string): Promise<void> {
    const idea = this.open.idea.value();
    if (!idea || this.saving()) return;
    this.saving.set(true);
    this.problem.set(undefined);
    try {
      const saved = await this.ideas.edit(this.organisation(), idea.number, { version: idea.version, challenge: chosen || null });
      this.open.idea.set(saved);
      void this.open.history.load();
      this.close();
    } catch (error) {
      const problem = asProblem(error);
      this.problem.set(problem);
      // The next try is one against the idea as it is now.
      if (problem.code === 'version-conflict') await this.open.idea.load();
    } finally {
      this.saving.set(false);
    }
  }

  protected close(): void {
    this.editing.set(false);
    giveBack(this.host, this.opener, this.injector);
  }
}
