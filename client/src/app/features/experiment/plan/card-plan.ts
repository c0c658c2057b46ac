import { computed, DestroyRef, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { ExperimentView, FieldProblem } from '#contracts';
import { ExperimentsApi } from '../../../api/experiments-api';
import type { ProblemError } from '../../../api/problem-error';
import { Languages } from '../../../i18n/languages';
import { OpenExperiment } from '../open-experiment';
import { cardOf, decimalSign, entryOf, missingIn, type CardEntry } from './card-entry';
import { cardRules } from './card-rules';
import { injectUsualCurrency } from './currencies';
import { KeptCards } from './kept-cards';
import { changedIn, mergeEntries, withoutFaulty, type Clash } from './merge-entries';

/** How long somebody stops typing before what they wrote is saved, in milliseconds. */
export const TYPING_PAUSE = 900;

/** How it stands with what is written. */
export type Keeping = 'saved' | 'unsaved' | 'saving' | 'faulty' | 'refused' | 'clash' | 'failed';

const nothing: CardEntry = {
  title: '',
  hypothesis: '',
  method: '',
  metric: '',
  kind: 'proportion',
  unit: '',
  baseline: '',
  direction: 'at-least',
  threshold: '',
  confidence: '95',
  completeCount: false,
  sampleSize: '',
  group: '',
  place: '',
  startsOn: '',
  endsOn: '',
  costAmount: '',
  costCurrency: '',
  responsible: [],
  risks: '',
  personalData: '',
  legalBasis: '',
  dataProtectionContact: '',
  participantInformation: '',
};

/**
 * The test card while it is planned. What is written is kept in the browser at once and saved when the typing pauses; what others save meanwhile
 * is taken over where it does not clash, and where it does both texts are there to choose from.
 */
@Injectable()
export class CardPlan {
  private readonly api = inject(ExperimentsApi);
  private readonly open = inject(OpenExperiment);
  private readonly kept = inject(KeptCards);
  private readonly languages = inject(Languages);
  private readonly injector = inject(Injector);
  private readonly usualCurrency = injectUsualCurrency();

  readonly entry = signal<CardEntry>(nothing);
  readonly fields = form(this.entry, cardRules, { injector: this.injector });
  private readonly base = signal<CardEntry>(nothing);
  private readonly shown = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again = false;

  readonly clashes = signal<readonly Clash[]>([]);
  readonly problem = signal<ProblemError | undefined>(undefined);
  readonly saving = signal(false);
  private readonly refused = signal<{ readonly written: CardEntry; readonly faults: readonly FieldProblem[] } | undefined>(undefined);
  /** What the server found wrong with what is written now. */
  readonly faults = computed(() => (this.refused()?.written === this.entry() ? (this.refused()?.faults ?? []) : []));
  /** The fields that are written and not saved yet. */
  readonly changed = computed(() => changedIn(this.base(), this.entry()));
  /** What may be saved now: where something is wrong, what stood there before. */
  private readonly sound = computed(() => withoutFaulty(this.base(), this.entry(), (name) => this.fields[name]().invalid()));
  readonly missing = computed(() => missingIn(this.entry()));
  readonly planned = computed(() => this.open.experiment.value()?.state === 'planned');
  /** Whether something that was written could not be saved before the card was locked. */
  readonly leftOver = computed(() => this.shown() !== '' && !this.planned() && this.changed().length > 0);
  readonly keeping = computed<Keeping>(() => {
    if (this.clashes().length > 0) return 'clash';
    if (this.saving()) return 'saving';
    if (this.changed().length === 0) return 'saved';
    if (this.faults().length > 0) return 'refused';
    if (changedIn(this.base(), this.sound()).length === 0) return 'faulty';
    return this.problem() ? 'failed' : 'unsaved';
  });

  constructor() {
    effect(() => {
      const experiment = this.open.experiment.value();
      if (experiment) untracked(() => this.show(experiment));
    });
    effect(() => {
      const entry = this.entry();
      if (this.shown() !== '') untracked(() => this.noteTyping(entry));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      void this.save();
    });
  }

  /** Saves now what is written and not wrong; nothing happens where there is nothing to save. */
  async save(): Promise<void> {
    this.takeOver();
    clearTimeout(this.timer);
    if (this.saving()) {
      this.again = true;
      return;
    }
    if (!this.planned() || !(['unsaved', 'failed'] as Keeping[]).includes(this.keeping())) return;
    const [written, sound] = [this.entry(), this.sound()];
    this.saving.set(true);
    this.problem.set(undefined);
    const problem = await this.open.act(async (organisation, { id, version }) => {
      const card = cardOf(sound, this.usualCurrency());
      const saved = await this.api.edit(organisation, id, { version, title: sound.title.trim(), card });
      this.base.set(sound);
      return saved;
    });
    this.saving.set(false);
    this.take(problem, written);
    if (this.again) {
      this.again = false;
      await this.save();
    }
  }

  /** Settles a clash: mine is written over theirs, or theirs is taken. */
  settle(clash: Clash, whose: 'mine' | 'theirs'): void {
    if (whose === 'theirs') this.entry.update((entry) => ({ ...entry, [clash.name]: clash.theirs }));
    this.clashes.update((all) => all.filter((it) => it !== clash));
    this.schedule();
  }

  /** Forgets what could not be saved before the card was locked. */
  discard(): void {
    this.entry.set(this.base());
    this.kept.drop(this.shown());
  }

  // An effect would come too late: what is sent next must hold already what others saved.
  private takeOver(): void {
    const experiment = this.open.experiment.value();
    if (experiment) this.show(experiment);
  }

  private show(experiment: ExperimentView): void {
    const theirs = entryOf(experiment, decimalSign(this.languages.locale()));
    if (this.shown() !== experiment.id) {
      const kept = this.kept.find(experiment.id, nothing);
      this.base.set(kept?.base ?? theirs);
      this.fields().reset(kept?.entry ?? theirs);
      this.shown.set(experiment.id);
      if (!kept) return;
    }
    const { entry, clashes } = mergeEntries(this.base(), this.entry(), theirs);
    this.base.set(theirs);
    this.clashes.update((before) => [...before.filter((it) => clashes.every(({ name }) => name !== it.name)), ...clashes]);
    if (changedIn(this.entry(), entry).length > 0) this.entry.set(entry);
    if (this.changed().length > 0 && this.planned()) this.schedule();
  }

  private noteTyping(entry: CardEntry): void {
    if (this.changed().length === 0) {
      this.kept.drop(this.shown());
      return;
    }
    this.kept.keep(this.shown(), { base: this.base(), entry });
    if (this.planned()) this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), TYPING_PAUSE);
  }

  private take(problem: ProblemError | undefined, written: CardEntry): void {
    if (!problem) {
      this.refused.set(undefined);
      if (this.changed().length === 0) this.kept.drop(this.shown());
      return;
    }
    // Somebody else was faster: what they saved is merged already, and the rest is saved upon it.
    if (problem.code === 'version-conflict') {
      this.takeOver();
      this.again = this.clashes().length === 0 && this.planned();
      return;
    }
    if (problem.fields.length === 0) {
      this.problem.set(problem);
      return;
    }
    this.refused.set({ written, faults: problem.fields });
  }
}
