import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ListedIdea } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { Selection } from '../../ui/bulk/selection';
import { Highlight } from '../../ui/highlight/highlight';
import { PathDots } from '../../ui/path-line/path-dots';
import type { StationState } from '../../ui/path-line/station-mark';
import { Tag, type Meaning } from '../../ui/tag/tag';
import type { StepChoice } from './ideas-list';

const asideMeanings: Readonly<Record<string, Meaning>> = { stopped: 'lesson' };

/** One idea of a list: where it stands on its path, its title, and a quiet line of facts; it can be selected. */
@Component({
  selector: 'polku-idea-row',
  imports: [Highlight, NgTemplateOutlet, PathDots, RouterLink, Tag],
  templateUrl: './idea-row.html',
  styleUrl: './idea-row.scss',
  host: { '[class.selected]': 'selected()', '(keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaRow {
  private readonly moments = inject(Moments);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly selection = inject(Selection);
  protected readonly t = injectTranslate();

  readonly idea = input.required<ListedIdea>();
  readonly organisation = input.required<string>();
  /** The stations of the path, in order. */
  readonly stations = input.required<readonly StepChoice[]>();

  /** Whether the list is ordered by the last change, which each row then says. */
  readonly byChange = input(false);

  /** What was looked for. */
  readonly sought = input('');
  protected readonly excerpt = computed(() => (this.sought() ? this.idea().excerpt : undefined));

  protected readonly selected = computed(() => this.selection.has(this.idea().number));
  protected readonly place = computed(() => this.stations().findIndex((it) => it.step === this.idea().step));
  protected readonly line = computed<readonly StationState[]>(() => {
    const place = this.place();
    return this.stations().map((_, at) => (at < place ? 'done' : at === place ? 'now' : 'ahead'));
  });
  protected readonly asideMeaning = computed<Meaning>(() => asideMeanings[this.idea().step] ?? 'unclear');
  protected readonly facts = computed(() => {
    const idea = this.idea();
    return [
      idea.submitter ? this.t('ideas.by', { name: idea.submitter.name }) : '',
      this.byChange()
        ? this.t('ideas.changed', { when: this.moments.ago(idea.updatedAt) })
        : this.t('ideas.since', { date: this.moments.day(idea.stepSince) }),
      idea.teamSize > 0 ? this.t('ideas.team', { count: idea.teamSize }) : '',
    ].filter(Boolean);
  });
  protected readonly due = computed(() => this.moments.dueMark(this.idea()));
  protected readonly marks = computed(() =>
    this.idea().marks.map((mark): { readonly text: string; readonly meaning: Meaning } =>
      mark.kind === 'decision-asked'
        ? { text: this.t(`codes.decision.${mark.decision}`), meaning: 'waiting' }
        : mark.overdue
          ? { text: this.t('board.card.experiment-over'), meaning: 'late' }
          : mark.verdict && mark.verdict !== 'no-data'
            ? {
                text: this.t(`codes.verdict.${mark.verdict}`),
                meaning: mark.verdict === 'met' ? 'met' : mark.verdict === 'not-met' ? 'lesson' : 'unclear',
              }
            : { text: this.t(`codes.experiment-state.${mark.state}`), meaning: 'unclear' },
    ),
  );

  /** With Ctrl or Shift a click on the title selects instead of opening; while ideas are selected, the title is that of the box. */
  protected click(event: MouseEvent): void {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.pick(event.shiftKey ? 'all-between' : 'this');
    this.box().nativeElement.focus();
  }

  protected pick(what: 'this' | 'all-between'): void {
    const { number } = this.idea();
    if (what === 'this') this.selection.toggle(number);
    else this.selection.extendTo(number);
    // A browser ticks and unticks by itself, also what stays selected.
    this.box().nativeElement.checked = this.selection.has(number);
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'x' || event.key === 'X') this.pick('this');
    else if (event.key === 'Escape' && this.selection.isOn()) this.selection.clear();
    else return;
    event.preventDefault();
    this.box().nativeElement.focus();
  }
}
