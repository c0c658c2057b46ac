import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { AskChallenge, ChallengeView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { v4 as uuid } from 'uuid';
import { ChallengesApi } from '../../api/challenges-api';
import { MembersApi } from '../../api/members-api';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { FormProblem } from '../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../ui/form/server-errors';
import { TextField } from '../../ui/form/text-field';
import { atMost, needed, type FieldFault } from '../../ui/form/text-rules';
import type { FoundPerson } from '../../ui/member-search/member-search';
import { Messages } from '../../ui/messages/messages';
import { PersonField } from '../../ui/person-field/person-field';
import { TextPreview } from '../../ui/rich-text/text-preview';
import { blankWriting, changesOf, isChallenge, type ChallengeWriting, writingOf } from './challenge-writing';

/** Asks a challenge, or changes the one that it is given. Closes with true when that has happened. */
@Component({
  selector: 'polku-challenge-dialog',
  imports: [FormProblem, FormRoot, MatButton, MatDialogModule, PersonField, TextField, TextPreview],
  templateUrl: './challenge-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChallengeDialog {
  private readonly dialog = inject<MatDialogRef<ChallengeDialog, boolean>>(MatDialogRef);
  private readonly api = inject(ChallengesApi);
  private readonly members = inject(MembersApi);
  private readonly messages = inject(Messages);
  private readonly session = inject(Session);
  protected readonly challenge = inject<ChallengeView | null>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;

  /** The version against which is written. */
  private version = this.challenge?.version ?? 0;
  /** What was sent without an answer having come, and under which key. */
  private attempt = { key: '', sent: '' };
  private readonly began: ChallengeWriting = this.challenge ? writingOf(this.challenge) : blankWriting(inject(Moments).today());
  protected readonly owner = signal<FoundPerson | null>(this.challenge ? this.challenge.owner : this.myself());
  protected readonly ownerFault = signal<string | null>(null);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  /** Somebody else has changed it since this was opened. */
  protected readonly overtaken = signal(false);
  protected readonly entry = signal(this.began);
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.question);
      atMost(path.question, LIMITS.question);
      needed(path.about);
      for (const long of [path.about, path.criteria]) atMost(long, LIMITS.text);
      needed(path.opensOn);
      needed(path.closesOn);
      validate(path.closesOn, ({ value, valueOf }): FieldFault | undefined =>
        value() !== '' && valueOf(path.opensOn) > value() ? { kind: 'before-start' } : undefined,
      );
    },
    { submission: { action: () => this.send(), onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl() } },
  );

  protected readonly find = (q: string) => this.members.find(this.session.organisation(), q);

  protected pick(person: FoundPerson): void {
    this.owner.set(person);
    this.ownerFault.set(null);
  }

  private myself(): FoundPerson | null {
    const [me, membership] = [this.session.me(), this.session.membership()];
    return me && membership ? { id: membership.member, name: me.name, unit: null } : null;
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    this.overtaken.set(false);
    const organisation = this.session.organisation();
    const { challenge } = this;
    const { question } = this.entry();
    const owner = this.owner()?.id;
    try {
      if (challenge) {
        const changes = { ...changesOf(this.began, this.entry()), ...(owner && owner !== challenge.owner?.id ? { owner } : {}) };
        await this.api.edit(organisation, challenge.id, { version: this.version, ...changes });
      } else await this.ask({ ...this.entry(), ...(owner ? { owner } : {}) });
      this.messages.say(this.t(challenge ? 'challenges.form.saved' : 'challenges.form.asked', { question: question.trim() }));
      this.dialog.close(true);
      return undefined;
    } catch (error) {
      return this.explain(asProblem(error));
    }
  }

  private ask(input: AskChallenge): Promise<ChallengeView> {
    const sent = JSON.stringify(input);
    if (sent !== this.attempt.sent) this.attempt = { key: uuid(), sent };
    return this.api.ask(this.session.organisation(), input, this.attempt.key);
  }

  private explain(problem: ProblemError): Faults | undefined {
    if (problem.code === 'version-conflict' && isChallenge(problem.current)) {
      // Only what was changed here is sent, so the next try leaves the rest as others wrote it.
      this.version = problem.current.version;
      this.overtaken.set(true);
      return undefined;
    }
    this.ownerFault.set(problem.fields.find(({ path }) => path === 'owner')?.code ?? null);
    const others = problem.fields.filter(({ path }) => path !== 'owner');
    if (others.length > 0) return serverErrors(this.fields, others);
    if (problem.fields.length === 0) this.problem.set(problem);
    return undefined;
  }
}
