import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { FieldCode, ImportError, ImportMapping, ImportTarget, ImportView } from '#contracts';
import { IMPORT_TARGETS } from '#contracts/constants';
import { ImportsApi, type ImportRequest } from '../../api/imports-api';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { Installation } from '../../session/installation';

/** What parts the columns of a file. */
export type Delimiter = NonNullable<ImportRequest['delimiter']>;

/** A thing to mend in the file; the whole file where row and column are null. */
export type ImportFault = Pick<ImportError, 'row' | 'column' | 'code' | 'field'>;

const isOver = (view: ImportView): boolean => view.state === 'done' || view.state === 'failed';

// A field of the request that was refused: the file as a whole, or the column that a target was mapped to.
const faultsOf = (problem: ProblemError): ImportFault[] =>
  problem.fields.map(({ path, code }) => ({ row: null, column: path === 'file' ? null : path, code }));

/** Milliseconds between two looks at an import: often at first, then calmer; longer still when nobody answers. */
const patience = (looks: number, silent: number): number => (silent > 0 ? Math.min(1_000 * 2 ** silent, 15_000) : looks < 20 ? 400 : 1_500);

/** One import, from the choice of a file to its result. */
@Injectable()
export class ImportRun {
  private readonly api = inject(ImportsApi);
  private readonly installation = inject(Installation);
  private organisation = '';
  private following = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly chosen = signal<File | null>(null);
  private readonly separator = signal<Delimiter>(',');
  private readonly corrected = signal<ImportMapping | undefined>(undefined);
  private readonly startStep = signal('');
  private readonly reading = signal(false);
  private readonly starting = signal(false);
  private readonly trial = signal<ImportView | undefined>(undefined);
  private readonly run = signal<ImportView | undefined>(undefined);
  private readonly failure = signal<ProblemError | undefined>(undefined);
  private readonly lost = signal(false);
  private readonly tried = signal('');

  readonly file = this.chosen.asReadonly();
  readonly delimiter = this.separator.asReadonly();
  readonly step = this.startStep.asReadonly();
  readonly busy = computed(() => this.reading() || this.starting());
  readonly isReading = this.reading.asReadonly();
  /** What a dry run found; undefined before. */
  readonly checked = this.trial.asReadonly();
  /** The import that runs or has run. */
  readonly view = this.run.asReadonly();
  readonly problem = this.failure.asReadonly();
  /** Whether the server is out of reach while the import goes on. */
  readonly outOfReach = this.lost.asReadonly();
  readonly tooLarge = computed(() => (this.chosen()?.size ?? 0) > this.installation.limits().importBytes);

  readonly mapping = computed<ImportMapping>(() => this.corrected() ?? this.trial()?.mapping ?? {});
  readonly faults = computed<readonly ImportFault[]>(() => {
    const failure = this.failure();
    return failure ? faultsOf(failure) : (this.trial()?.errors ?? []);
  });
  /** The fields that every idea needs and that still have no column. */
  readonly missing = computed<readonly ImportTarget[]>(() =>
    this.faults().flatMap(({ field }) => (field && !this.mapping()[field] ? [field] : [])),
  );
  /** What is wrong with the file itself, rather than with the choice of columns. */
  readonly faultsOfFile = computed<readonly ImportFault[]>(() => this.faults().filter(({ field }) => field === undefined));
  readonly faultCount = computed(() => Math.max(this.trial()?.errorCount ?? 0, this.faults().length));
  /** Whether the file was read as it is now set. */
  readonly current = computed(() => this.trial() !== undefined && this.tried() === this.settings());
  readonly ready = computed(() => this.current() && this.trial()?.state === 'done' && this.faultCount() === 0);

  private readonly settings = computed(() => JSON.stringify([this.chosen()?.name, this.separator(), this.mapping()]));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Whether the file has this fault. */
  has(code: FieldCode): boolean {
    return this.faults().some((it) => it.code === code);
  }

  /** Reads another file with columns guessed anew. */
  async choose(organisation: string, file: File): Promise<void> {
    this.forget();
    this.organisation = organisation;
    this.chosen.set(file);
    this.separator.set(file.name.toLowerCase().endsWith('.tsv') ? 'tab' : ',');
    if (!this.tooLarge()) await this.check();
  }

  /** Reads the file with another delimiter, and guesses the columns anew. */
  async readWith(delimiter: Delimiter): Promise<void> {
    this.separator.set(delimiter);
    this.corrected.set(undefined);
    this.trial.set(undefined);
    await this.check();
  }

  /** Corrects which column fills a field; empty: none. */
  map(target: ImportTarget, column: string): void {
    const mapping: ImportMapping = {};
    for (const name of IMPORT_TARGETS) {
      const now = name === target ? column : this.mapping()[name];
      if (now) mapping[name] = now;
    }
    this.corrected.set(mapping);
  }

  placeOn(step: string): void {
    this.startStep.set(step);
  }

  /** A dry run: nothing is written. */
  async check(): Promise<void> {
    const request = this.request();
    if (!request || this.busy()) return;
    this.reading.set(true);
    this.failure.set(undefined);
    const mapping = this.corrected();
    try {
      const asked = await this.api.try(this.organisation, { ...request, mapping });
      await this.follow(asked, this.trial);
      this.tried.set(this.settings());
    } catch (error) {
      this.failure.set(asProblem(error));
      this.tried.set(this.settings());
    } finally {
      this.reading.set(false);
    }
  }

  /** Starts the import; answers its id, or nothing when it did not start. */
  async start(): Promise<string | undefined> {
    const request = this.request();
    if (!request || this.busy() || !this.ready()) return undefined;
    this.starting.set(true);
    this.failure.set(undefined);
    try {
      const view = await this.api.start(this.organisation, { ...request, mapping: this.mapping(), step: this.startStep() || undefined });
      void this.follow(view, this.run).catch((error: unknown) => this.failure.set(asProblem(error)));
      return view.id;
    } catch (error) {
      this.failure.set(asProblem(error));
      return undefined;
    } finally {
      this.starting.set(false);
    }
  }

  /** Finds an import again by its id. */
  async find(organisation: string, id: string): Promise<void> {
    if (this.run()?.id === id) return;
    this.forget();
    this.organisation = organisation;
    this.reading.set(true);
    try {
      const view = await this.api.read(organisation, id);
      void this.follow(view, this.run).catch((error: unknown) => this.failure.set(asProblem(error)));
    } catch (error) {
      this.failure.set(asProblem(error));
    } finally {
      this.reading.set(false);
    }
  }

  /** Back to the choice of a file. */
  forget(): void {
    this.stop();
    this.chosen.set(null);
    this.corrected.set(undefined);
    this.trial.set(undefined);
    this.run.set(undefined);
    this.failure.set(undefined);
    this.lost.set(false);
    this.tried.set('');
  }

  private stop(): void {
    this.following++;
    clearTimeout(this.timer);
  }

  private request(): ImportRequest | undefined {
    const file = this.chosen();
    return file && !this.tooLarge() ? { file, delimiter: this.separator() } : undefined;
  }

  /** Looks at an import until it is over; goes on when the server is out of reach for a while. */
  private async follow(view: ImportView, into: { set(view: ImportView): void }): Promise<void> {
    const turn = ++this.following;
    into.set(view);
    let silent = 0;
    for (let looks = 0, now = view; !isOver(now); looks++) {
      await this.pause(patience(looks, silent));
      if (turn !== this.following) return;
      try {
        now = await this.api.read(this.organisation, view.id);
        if (turn !== this.following) return;
        silent = 0;
        into.set(now);
      } catch (error) {
        const problem = asProblem(error);
        if (problem.status !== 0 && problem.status < 500) throw problem;
        silent++;
      }
      this.lost.set(silent > 0);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.timer = setTimeout(resolve, milliseconds);
    });
  }
}
