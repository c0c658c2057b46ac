import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { OpenDecision } from '../open-decision';
import { CriterionField } from './criterion-field';
import { KeptScorecards } from './kept-scorecards';
import { draftOf, faultsIn, isEmpty, readDraft, scoresOf, type DraftedScore, type ScorecardDraft } from './scorecard-draft';

/** My scorecard: written as a draft that this browser keeps, given in so many words, and changed until the scorecards are open. */
@Component({
  selector: 'polku-scorecard-box',
  imports: [CriterionField, FormProblem, MatButton],
  templateUrl: './scorecard-box.html',
  styleUrl: './scorecard-box.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScorecardBox {
  private readonly open = inject(OpenDecision);
  private readonly kept = inject(KeptScorecards);
  private readonly session = inject(Session);
  private readonly messages = inject(Messages);
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  private readonly questions = viewChildren(CriterionField);

  readonly decision = input.required<DecisionDetail>();

  private readonly member = computed(() => this.session.membership()?.member ?? '');
  /** Of another decision another draft; what others do meanwhile changes nothing in it. */
  private readonly subject = computed(() => `${this.member()} ${this.decision().id}`);
  protected readonly mayScore = computed(() => this.decision().panelState !== null && this.decision().scoreRefusals.length === 0);
  /** A change that was begun goes on after the page is loaded again. */
  protected readonly changing = linkedSignal<string, boolean>({
    source: this.subject,
    computation: () => this.kept.find(this.member(), this.decision().id) !== null,
  });
  protected readonly draft = linkedSignal<string, ScorecardDraft>({ source: this.subject, computation: () => this.begin() });
  protected readonly isKept = linkedSignal<string, boolean>({
    source: this.subject,
    computation: () => this.kept.find(this.member(), this.decision().id) !== null,
  });
  protected readonly isWriting = computed(() => this.mayScore() && (this.decision().mine === null || this.changing()));
  /** Once the scorecards are open, mine stands among the others. */
  protected readonly isShown = computed(() => this.isWriting() || (this.decision().mine !== null && this.decision().scorecards === null));
  protected readonly isStarted = computed(() => !isEmpty(this.draft()));
  private readonly wasSent = signal(false);
  protected readonly faults = computed(() => (this.wasSent() ? faultsIn(this.decision().criteria, this.draft()) : {}));
  protected readonly sending = signal(false);
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly given = computed(() =>
    this.decision().criteria.map(({ key, name }) => {
      const said = this.decision().mine?.scores.find(({ criterion }) => criterion === key);
      return {
        name,
        score: said ? (said.score === null ? this.t('decision.scorecard.not-applicable') : String(said.score)) : '–',
        note: said?.note ?? '',
      };
    }),
  );

  protected answer(criterion: string, answer: DraftedScore): void {
    this.draft.update((draft) => ({ ...draft, [criterion]: answer }));
    this.isKept.set(this.kept.keep(this.member(), this.decision().id, this.draft()));
  }

  protected change(): void {
    this.draft.set(draftOf(this.decision().criteria, this.decision().mine));
    this.changing.set(true);
  }

  /** Throws the draft away: what was given stays. */
  protected discard(): void {
    this.kept.drop(this.member(), this.decision().id);
    this.isKept.set(false);
    this.wasSent.set(false);
    this.problem.set(undefined);
    this.draft.set(draftOf(this.decision().criteria, this.decision().mine));
    this.changing.set(false);
  }

  protected async give(): Promise<void> {
    if (this.sending()) return;
    const { criteria, id } = this.decision();
    this.wasSent.set(true);
    const faults = faultsIn(criteria, this.draft());
    const wrong = criteria.findIndex(({ key }) => key in faults);
    if (wrong >= 0) {
      this.questions()[wrong]?.focus();
      return;
    }
    this.sending.set(true);
    this.problem.set(await this.open.score(scoresOf(criteria, this.draft())));
    this.sending.set(false);
    if (this.problem()) return;
    this.kept.drop(this.member(), id);
    this.isKept.set(false);
    this.wasSent.set(false);
    this.changing.set(false);
    this.messages.say(this.t('decision.scorecard.saved'));
  }

  private begin(): ScorecardDraft {
    const { criteria, mine, id } = this.decision();
    return readDraft(criteria, this.kept.find(this.member(), id)) ?? draftOf(criteria, mine);
  }
}
