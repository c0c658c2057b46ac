import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  ElementRef,
  viewChild,
  viewChildren,
  afterNextRender,
  Injector,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { mdiCheck, mdiDeleteOutline, mdiPencilOutline, mdiPlus } from '@mdi/js';
import type { RolloutView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import type { ProblemError } from '../../../api/problem-error';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save } from '../../../ui/form/form-problem';
import { Icon } from '../../../ui/icon/icon';
import { Messages } from '../../../ui/messages/messages';
import { Tag } from '../../../ui/tag/tag';
import { MilestoneForm } from './milestone-form';
import { PlanWriter } from './plan-writer';
import { replaced, withMilestone, withoutMilestone, type Milestone } from './rollout-plan';

type Shown = RolloutView['milestones'][number];

/** The milestones of a rollout in the order of their days: checked off with one click, which can be taken back. */
@Component({
  selector: 'polku-milestone-list',
  imports: [FormProblem, Icon, MatButton, MatIconButton, MilestoneForm, Tag],
  templateUrl: './milestone-list.html',
  styleUrl: './milestone-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MilestoneList {
  private readonly writer = inject(PlanWriter);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();
  protected readonly icons = { done: mdiCheck, edit: mdiPencilOutline, remove: mdiDeleteOutline, add: mdiPlus };

  readonly milestones = input.required<readonly Shown[]>();
  readonly mayEdit = input.required<boolean>();

  private readonly adder = viewChild<string, ElementRef<HTMLElement>>('adder', { read: ElementRef });
  private readonly editors = viewChildren<string, ElementRef<HTMLElement>>('editor', { read: ElementRef });
  protected readonly adding = signal(false);
  /** The title and day of the one that is being changed. */
  protected readonly changing = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly reached = computed(() => this.milestones().filter((it) => it.doneOn !== null).length);
  protected readonly isFull = computed(() => this.milestones().length >= LIMITS.milestones);

  protected readonly add: Save<Milestone> = (milestone) =>
    this.write(
      (all) => withMilestone(all, milestone),
      () => this.leaveAdding(),
    );

  protected keyOf({ title, on }: Milestone): string {
    return `${on} ${title}`;
  }

  protected change(before: Shown): Save<Milestone> {
    return (after) =>
      this.write(
        (all) => replaced(all, plain(before), after),
        () => this.leaveChanging(after),
      );
  }

  protected async check(milestone: Shown, click: Event): Promise<void> {
    // The box shows what is written, not what is wished.
    click.preventDefault();
    if (this.busy()) return;
    const before = plain(milestone);
    const after = { ...before, doneOn: before.doneOn ? null : this.moments.today() };
    await this.attempt((all) => replaced(all, before, after), {
      said: this.t(after.doneOn ? 'rollout.milestone-reached' : 'rollout.milestone-open-again', { title: after.title }),
      back: (all) => replaced(all, after, before),
    });
  }

  protected async remove(milestone: Shown): Promise<void> {
    const gone = plain(milestone);
    await this.attempt((all) => withoutMilestone(all, gone), {
      said: this.t('rollout.milestone-removed', { title: gone.title }),
      back: (all) => withMilestone(all, gone),
    });
    this.focusAdder();
  }

  /** The focus goes on at the milestone that was changed, wherever its day has put it. */
  protected leaveChanging(milestone: Milestone): void {
    this.changing.set(null);
    const isIt = (editor: ElementRef<HTMLElement>): boolean => editor.nativeElement.dataset['key'] === this.keyOf(milestone);
    afterNextRender(() => this.editors().find(isIt)?.nativeElement.focus(), { injector: this.injector });
  }

  protected leaveAdding(): void {
    this.adding.set(false);
    this.focusAdder();
  }

  private async attempt(
    alter: (all: readonly Milestone[]) => Milestone[],
    { said, back }: { readonly said: string; readonly back: (all: readonly Milestone[]) => Milestone[] },
  ): Promise<void> {
    this.problem.set(
      await this.write(alter, () => {
        const run = (): void => void this.write(back, () => undefined).then((problem) => this.problem.set(problem));
        this.messages.say(said, { name: this.t('rollout.undo'), run });
      }),
    );
  }

  private async write(alter: (all: readonly Milestone[]) => Milestone[], done: () => void): Promise<ProblemError | undefined> {
    this.busy.set(true);
    this.problem.set(undefined);
    const problem = await this.writer.change((plan) => ({ ...plan, milestones: alter(plan.milestones) }));
    this.busy.set(false);
    if (!problem) done();
    return problem;
  }

  private focusAdder(): void {
    afterNextRender(() => this.adder()?.nativeElement.focus(), { injector: this.injector });
  }
}

const plain = ({ title, on, doneOn }: Shown): Milestone => ({ title, on, doneOn });
