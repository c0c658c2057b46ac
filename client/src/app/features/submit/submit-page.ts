import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { LIMITS } from '#contracts/constants';
import { v4 as uuid } from 'uuid';
import { ChallengesApi } from '../../api/challenges-api';
import { Connection } from '../../api/connection';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { Languages } from '../../i18n/languages';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { serverErrors, type Faults } from '../../ui/form/server-errors';
import { TextField } from '../../ui/form/text-field';
import { atMost, needed } from '../../ui/form/text-rules';
import { Messages } from '../../ui/messages/messages';
import { TagsField } from '../../ui/tags-field/tags-field';
import { asSubmission, blankDraft, DraftShelf, isBlank, type Attempt, type IdeaDraft } from './idea-draft';
import { mayHaveArrived, Submission } from './submission';

/** A new idea: why, what, for whom, and the effect hoped for. What is written is kept in this browser until it is submitted. */
@Component({
  selector: 'polku-submit-page',
  imports: [FormField, FormRoot, MatButton, TagsField, TextField],
  templateUrl: './submit-page.html',
  styleUrl: './submit-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmitPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly submission = inject(Submission);
  private readonly challengesApi = inject(ChallengesApi);
  private readonly moments = inject(Moments);
  private readonly messages = inject(Messages);
  protected readonly languages = inject(Languages);
  protected readonly connection = inject(Connection);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;

  private readonly organisation = this.session.organisation();
  private readonly shelf = new DraftShelf(localStorage, this.organisation, this.session.membership()?.member ?? '');
  private readonly found = this.shelf.read(this.languages.current());
  private readonly blank = blankDraft(this.languages.current());
  private attempt: Attempt | null = this.found?.attempt ?? null;

  protected readonly draft = signal<IdeaDraft>(this.found?.draft ?? this.blank);
  protected readonly idea = form(
    this.draft,
    (path) => {
      needed(path.need);
      needed(path.title);
      atMost(path.title, LIMITS.title);
      for (const long of [path.need, path.proposal, path.beneficiaries, path.effectGoal]) atMost(long, LIMITS.text);
    },
    { submission: { action: () => this.send(), onInvalid: () => this.showFaults() } },
  );

  /** The challenge that somebody came from. */
  readonly challenge = input<string>();
  private readonly asked = new Loaded(() => this.challengesApi.choices(this.organisation, 'open'));
  /** What the hub asks now; without an answer the page does without. */
  protected readonly challenges = computed(() => this.asked.value() ?? []);

  private readonly keptAt = signal(this.found?.at ?? '');
  private readonly keeps = signal(true);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  private readonly wasWrong = signal(false);
  /** How many of the fields are still wrong since it was last sent. */
  protected readonly faults = computed(() => (this.wasWrong() ? this.idea().errorSummary().length : 0));
  protected readonly blankPage = computed(() => isBlank(this.draft()));
  protected readonly stages = computed(() => {
    const draft = this.draft();
    const written = (text: string): boolean => text.trim() !== '';
    return {
      why: written(draft.need),
      what: written(draft.title),
      who: written(draft.beneficiaries),
      effect: written(draft.effectGoal),
    };
  });
  protected readonly keptText = computed(() => {
    if (!this.keeps()) return this.t('submit.draft-not-kept');
    if (this.keptAt() === '' || this.blankPage()) return this.t('submit.draft-kept');
    return this.t('submit.draft-saved', { time: this.moments.time(this.keptAt()) });
  });
  protected readonly foundText = signal(
    this.found && !isBlank(this.found.draft) && this.found.at
      ? this.t('submit.draft-found', { date: this.moments.day(this.found.at) })
      : '',
  );

  constructor() {
    void this.asked.load();
    effect(() => {
      const open = this.asked.value();
      if (open) untracked(() => this.choose(open.map(({ id }) => id)));
    });
    let first = true;
    effect(() => {
      const draft = this.draft();
      // What was found is kept already.
      if (!first) untracked(() => this.keep(draft));
      first = false;
    });
  }

  // What somebody comes from counts more than what they chose before; what has closed meanwhile can no longer be chosen.
  private choose(open: readonly string[]): void {
    const wanted = [this.challenge(), this.draft().challenge].find((it) => it !== undefined && open.includes(it)) ?? '';
    if (wanted !== this.draft().challenge) this.draft.update((draft) => ({ ...draft, challenge: wanted }));
  }

  protected discard(): void {
    const discarded = { draft: this.draft(), attempt: this.attempt };
    this.attempt = null;
    this.startOver(this.blank);
    this.messages.say(this.t('submit.discarded'), {
      name: this.t('submit.undo'),
      run: () => {
        this.attempt = discarded.attempt;
        this.startOver(discarded.draft);
      },
    });
  }

  private startOver(draft: IdeaDraft): void {
    this.idea().reset(draft);
    this.foundText.set('');
    this.wasWrong.set(false);
    this.problem.set(undefined);
  }

  private keep(draft: IdeaDraft): void {
    if (isBlank(draft)) {
      this.shelf.clear();
      return;
    }
    const at = this.moments.now();
    this.keeps.set(this.shelf.keep({ draft, at, attempt: this.attempt }));
    this.keptAt.set(at);
  }

  private async send(): Promise<Faults | undefined> {
    this.wasWrong.set(false);
    this.problem.set(undefined);
    const input = asSubmission(this.draft());
    this.attempt ??= { key: uuid(), input };
    this.keep(this.draft());
    try {
      const idea = await this.submission.send(this.organisation, input, this.attempt);
      this.shelf.clear();
      await this.router.navigate(['/', this.organisation, 'ideas', idea.number], { state: { submitted: true } });
      return undefined;
    } catch (error) {
      const problem = asProblem(error);
      if (!mayHaveArrived(problem)) this.attempt = null;
      this.keep(this.draft());
      if (problem.code === 'invalid') return this.refusedFields(problem);
      this.problem.set(problem);
      return undefined;
    }
  }

  private refusedFields(problem: ProblemError): Faults {
    const errors = serverErrors(this.idea, problem.fields);
    this.wasWrong.set(true);
    // The fields show what is wrong only after this turn.
    queueMicrotask(() => errors[0]?.fieldTree?.().focusBoundControl());
    return errors;
  }

  private showFaults(): void {
    this.wasWrong.set(true);
    this.idea().errorSummary()[0]?.fieldTree().focusBoundControl();
  }
}
