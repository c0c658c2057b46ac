import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { mdiClose } from '@mdi/js';
import type { AskDecision, DecisionKind, FieldProblem } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectListing } from '../../i18n/listing';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Avatar } from '../avatar/avatar';
import type { Save, SaveProblem } from '../form/form-problem';
import { Icon } from '../icon/icon';
import { MemberSearch, type FoundPerson } from '../member-search/member-search';
import { Refusals } from '../refusals/refusals';
import { evidenceThere, type AskedAbout } from './evidence-there';

/** What the dialog is about; who may decide and what is there is asked for when it opens. */
export interface DecisionQuestion {
  readonly number: number;
  readonly title: string;
  readonly kind: DecisionKind;
  /** When the step that the idea is in has to be answered, if it has to be. */
  readonly due: string | null;
  readonly deciders: () => Promise<readonly FoundPerson[]>;
  /** Looks up who could be on the panel. */
  readonly members: (q: string) => Promise<readonly FoundPerson[]>;
  readonly about: () => Promise<AskedAbout>;
  /** Asks; the dialog stays open, with everything that was written, until it works. */
  readonly send: Save<AskDecision>;
}

/** Asks a manager for a decision: who, by when, scored by whom, and what they should know. Closes with true when it was asked for. */
@Component({
  selector: 'polku-ask-decision-dialog',
  imports: [Avatar, FormsModule, Icon, MatButton, MatDialogModule, MemberSearch, Refusals],
  templateUrl: './ask-decision-dialog.html',
  styleUrl: './ask-decision-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskDecisionDialog {
  private readonly dialog = inject<MatDialogRef<AskDecisionDialog, boolean>>(MatDialogRef);
  private readonly moments = inject(Moments);
  private readonly injector = inject(Injector);
  private readonly list = injectListing();
  private readonly search = viewChild(MemberSearch);
  protected readonly question = inject<DecisionQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiClose;
  protected readonly limits = LIMITS;
  protected readonly today = this.moments.today();

  protected readonly deciders = resource({ loader: () => this.question.deciders() });
  private readonly about = resource({ loader: () => this.question.about() });
  protected readonly decider = signal('');
  protected readonly deadline = signal(this.suggested());
  protected readonly note = signal('');
  protected readonly panel = signal<readonly FoundPerson[]>([]);
  protected readonly adding = signal(false);
  protected readonly wrong = signal<Readonly<Record<string, string>>>({});
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly sending = signal(false);

  private readonly evidence = computed(() => (this.about.hasValue() ? evidenceThere(this.question.kind, this.about.value()) : []));
  protected readonly there = computed(() => this.namesOf(true));
  protected readonly lacking = computed(() => this.namesOf(false));

  protected readonly findMembers = async (q: string): Promise<readonly FoundPerson[]> => {
    const people = await this.question.members(q);
    const chosen = new Set(this.panel().map(({ id }) => id));
    return people.filter(({ id }) => !chosen.has(id));
  };

  protected people(): readonly FoundPerson[] {
    return this.deciders.hasValue() ? this.deciders.value() : [];
  }

  protected startAdding(): void {
    this.adding.set(true);
    afterNextRender(() => this.search()?.focus(), { injector: this.injector });
  }

  protected add(person: FoundPerson): void {
    this.panel.update((people) => [...people, person]);
    this.mend('panel');
    this.adding.set(false);
  }

  protected remove(person: FoundPerson): void {
    this.panel.update((people) => people.filter(({ id }) => id !== person.id));
    this.mend('panel');
    this.mend('deadline');
  }

  /** What was said of a field no longer holds once it is changed. */
  protected mend(field: string): void {
    this.wrong.update((faults) => Object.fromEntries(Object.entries(faults).filter(([name]) => name !== field)));
    this.problem.set(undefined);
  }

  protected close(): void {
    this.dialog.close(false);
  }

  protected async confirm(): Promise<void> {
    if (this.sending()) return;
    const late = this.deadline() === '' || this.moments.daysUntil(this.deadline()) < 0;
    this.problem.set(undefined);
    if (this.mark({ ...(this.decider() ? {} : { decider: 'required' }), ...(late ? { deadline: 'in-the-past' } : {}) })) return;
    const note = this.note().trim();
    const panel = this.panel().map(({ id }) => id);
    this.sending.set(true);
    const problem = await this.question.send({
      kind: this.question.kind,
      decider: this.decider(),
      deadline: this.deadline(),
      ...(note ? { note } : {}),
      ...(panel.length > 0 ? { panel } : {}),
    });
    this.sending.set(false);
    if (!problem) this.dialog.close(true);
    else if (problem.fields.length === 0 || !this.mark(faultsOf(problem.fields))) this.problem.set(problem);
  }

  /** Within ten working days; sooner where the step itself has to be answered sooner, unless that day has passed. */
  private suggested(): string {
    const usual = this.moments.workingDaysFromNow(10);
    const due = this.question.due ? this.moments.isoDay(this.question.due) : usual;
    return due >= this.today && due < usual ? due : usual;
  }

  /** Marks what is wrong and goes to the first of it; false when nothing is. */
  private mark(faults: Readonly<Record<string, string>>): boolean {
    this.wrong.set(faults);
    const first = ['decider', 'deadline', 'panel', 'note'].find((field) => field in faults);
    if (first) document.getElementById(`ask-${first}`)?.focus();
    return first !== undefined;
  }

  private namesOf(wanted: boolean): string {
    const names = this.evidence().flatMap(({ kind, there }) => (there === wanted ? [this.t(`codes.evidence.${kind}`)] : []));
    return names.length === 0 ? '' : this.list(names);
  }
}

/** What the server says of the fields, by the field of this form: of one member of the panel, it is the panel. */
function faultsOf(fields: readonly FieldProblem[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ path, code }) => [path.split('.')[0] ?? path, code]));
}
