import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormRoot, submit, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiPencilOutline } from '@mdi/js';
import type { IdeaView } from '#contracts';
import { IdeasApi } from '../../../api/ideas-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { giveBack } from '../../../ui/give-back';
import { Icon } from '../../../ui/icon/icon';
import { RichText } from '../../../ui/rich-text/rich-text';
import { TextPreview } from '../../../ui/rich-text/text-preview';
import { injectOfferBack } from '../offer-back';
import { OpenIdea } from '../open-idea';
import { changeOf, limitOf, neededTexts, savingOf, textOf, type TextName } from './idea-texts';
import { type KeptText, KeptTexts } from './kept-texts';
import { TextConflict } from './text-conflict';

const isIdea = (current: unknown): current is IdeaView =>
  typeof current === 'object' && current !== null && 'need' in current && 'version' in current;

/** A text of the idea, read where it stands and written where it stands; nothing typed is lost when others write too. */
@Component({
  selector: 'polku-fact-field',
  imports: [FormProblem, FormRoot, Icon, MatButton, RichText, TextConflict, TextField, TextPreview],
  templateUrl: './fact-field.html',
  styleUrl: './fact-field.scss',
  host: { '[class.title]': "look() === 'title'", '[class.editing]': 'editing()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactField {
  private readonly ideas = inject(IdeasApi);
  private readonly kept = inject(KeptTexts);
  private readonly offerBack = injectOfferBack();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  private readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();
  protected readonly pencil = mdiPencilOutline;

  readonly name = input.required<TextName>();
  /** A text with its name above it, or the title of the page. */
  readonly look = input<'text' | 'title'>('text');
  readonly kind = input<'line' | 'lines'>('lines');

  protected readonly idea = computed(() => this.open.idea.value());
  protected readonly label = computed(() => this.t(`codes.name.${this.name()}`));
  protected readonly hint = computed(() => {
    const key = `idea.hint.${this.name()}`;
    const words = this.t(key);
    return words === key ? '' : words;
  });
  protected readonly now = computed(() => {
    const idea = this.idea();
    return idea ? textOf(idea, this.name()) : '';
  });
  protected readonly mayEdit = computed(() => this.idea()?.mayEdit ?? false);
  protected readonly limit = computed(() => limitOf(this.name()));

  protected readonly editing = signal(false);
  protected readonly found = signal(false);
  /** The text that somebody else wrote meanwhile; the person chooses. */
  protected readonly theirs = signal<string | null>(null);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  private readonly began = signal('');
  protected readonly entry = signal({ text: '' });
  protected readonly fields = form(
    this.entry,
    (path) => {
      validate(path.text, ({ value }) => (neededTexts.includes(this.name()) && value().trim() === '' ? { kind: 'required' } : undefined));
      validate(path.text, ({ value }) => (value().trim().length > this.limit() ? { kind: 'too-long' } : undefined));
    },
    { submission: { action: () => this.save(), onInvalid: () => this.fields.text().focusBoundControl() } },
  );

  constructor() {
    effect(() => {
      const wanted = this.open.wanted() === this.name() && this.mayEdit();
      if (wanted)
        untracked(() => {
          this.open.wanted.set(null);
          this.edit();
        });
    });
    // What was typed before the page was left is there again.
    effect(() => {
      if (!this.idea() || !this.mayEdit() || untracked(this.editing)) return;
      untracked(() => {
        const kept = this.kept.find(this.open.organisation(), this.open.number(), this.name());
        if (kept && kept.written !== this.now()) this.resume(kept.began, kept.written);
      });
    });
    effect(() => {
      const { text } = this.entry();
      const began = this.began();
      if (!this.editing()) return;
      untracked(() => {
        if (text === began) this.kept.drop(this.open.organisation(), this.open.number(), this.name());
        else this.kept.keep(this.open.organisation(), this.open.number(), this.name(), { began, written: text });
      });
    });
  }

  protected edit(): void {
    if (!this.editing()) this.start(this.now(), this.now());
    this.focus();
  }

  /** Leaves the text as it is, unless it is being saved; what was written can be had back for a while. */
  protected cancel(): void {
    if (this.fields().submitting()) return;
    const [organisation, number, name, left] = [this.open.organisation(), this.open.number(), this.name(), this.unsaved()];
    this.close();
    if (!left) return;
    this.offerBack(left, {
      isHere: () => this.open.number() === number,
      unsaved: () => this.unsaved(),
      goOn: ({ began, written }) => {
        this.start(began, written);
        this.focus();
      },
      keep: (text) => {
        if (!this.kept.find(organisation, number, name)) this.kept.keep(organisation, number, name, text);
      },
    });
  }

  /** Ctrl and enter save, as they send a comment. */
  protected saveNow(event: Event): void {
    event.preventDefault();
    void submit(this.fields);
  }

  protected async keepMine(): Promise<void> {
    this.began.set(this.theirs() ?? this.began());
    this.theirs.set(null);
    const faults = await this.save();
    if (faults) this.fields.text().markAsTouched();
  }

  protected takeTheirs(): void {
    this.cancel();
  }

  /** What is written here and not saved. */
  private unsaved(): KeptText | null {
    const [began, { text }] = [this.began(), this.entry()];
    return this.editing() && text !== began ? { began, written: text } : null;
  }

  private focus(): void {
    afterNextRender(() => this.fields.text().focusBoundControl(), { injector: this.injector });
  }

  private resume(began: string, written: string): void {
    this.start(began, written);
    this.found.set(true);
  }

  private start(began: string, written: string): void {
    this.began.set(began);
    this.fields().reset({ text: written });
    this.problem.set(undefined);
    this.theirs.set(null);
    this.found.set(false);
    this.editing.set(true);
  }

  private close(): void {
    this.editing.set(false);
    giveBack(this.host, this.opener, this.injector);
    this.theirs.set(null);
    this.kept.drop(this.open.organisation(), this.open.number(), this.name());
  }

  private async save(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    // A version that is old only because another text changed is no conflict: try again with the newest.
    for (let tries = 0; tries < 3; tries++) {
      const idea = this.idea();
      if (!idea) return undefined;
      const written = this.entry().text;
      const saving = savingOf(this.began(), written, this.now());
      if (saving === 'nothing') {
        this.close();
        return undefined;
      }
      if (saving === 'conflict') {
        this.theirs.set(this.now());
        return undefined;
      }
      try {
        const saved = await this.ideas.edit(this.open.organisation(), idea.number, {
          version: idea.version,
          ...changeOf(this.name(), written),
        });
        this.open.idea.set(saved);
        void this.open.history.load();
        // Somebody may have gone on typing while it was saved.
        if (this.entry().text === written) this.close();
        else this.began.set(this.now());
        return undefined;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.fields.length > 0) return serverErrors(this.fields.text, problem.fields);
        if (problem.code !== 'version-conflict') {
          this.problem.set(problem);
          return undefined;
        }
        if (isIdea(problem.current)) this.open.idea.set(problem.current);
        else await this.open.idea.load();
      }
    }
    return undefined;
  }
}
