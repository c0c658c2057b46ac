import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Loaded } from '../../api/loaded';
import { BoardsApi } from '../../api/boards-api';
import { Languages } from '../../i18n/languages';
import { injectListing } from '../../i18n/listing';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { PathLine, type PathStation } from '../../ui/path-line/path-line';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { ChooseFile } from './choose-file';
import { ColumnMapping } from './column-mapping';
import { ImportFaults } from './import-faults';
import { ImportProgress, isGivenUp } from './import-progress';
import { ImportRun } from './import-run';

/** Bringing ideas in from a CSV file: choose it, check its columns, start, and watch; the running import stands in the address. */
@Component({
  selector: 'polku-import-page',
  imports: [ChooseFile, ColumnMapping, ErrorState, ImportFaults, ImportProgress, MatButton, PathLine, RouterLink, Skeleton],
  providers: [ImportRun],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly boards = inject(BoardsApi);
  protected readonly run = inject(ImportRun);
  protected readonly t = injectTranslate();
  protected readonly isGivenUp = isGivenUp;
  private readonly listing = injectListing();
  protected readonly organisation = this.session.organisation;

  /** The id of an import that was started. */
  readonly import = input<string>();

  private readonly board = new Loaded(() =>
    this.boards.read(this.organisation(), this.session.membership()?.pathway ?? '', {}, { limit: 1 }),
  );
  protected readonly steps = computed(() => {
    const board = this.board.value();
    return board ? [...board.columns, ...board.aside].map(({ step, name }) => ({ step, name })) : [];
  });
  /** The fields that lack a column, in words; empty: none. */
  protected readonly missing = computed(() => this.listing(this.run.missing().map((field) => this.t(`codes.name.${field}`))));
  /** Whether there is something to do with the file as it was read: start, or read it again. */
  protected readonly showsNext = computed(() => this.run.checked() !== undefined && (this.run.ready() || !this.run.current()));
  protected readonly stations = computed<readonly PathStation[]>(() => {
    const place = this.run.view() ? 2 : this.run.file() ? 1 : 0;
    const over = this.run.view()?.state === 'done';
    return ['file', 'check', 'run'].map((key, at) => ({
      key,
      name: this.t(`import.step-${key}`),
      state: at < place || over ? 'done' : at === place ? 'now' : 'ahead',
      gate: null,
    }));
  });

  constructor() {
    effect(() => {
      this.languages.current();
      if (this.organisation()) untracked(() => void this.board.load());
    });
    effect(() => {
      const id = this.import();
      const organisation = this.organisation();
      if (!organisation) return;
      untracked(() => {
        if (id) void this.run.find(organisation, id);
        else if (this.run.view()) this.run.forget();
      });
    });
  }

  protected choose(file: File): void {
    void this.run.choose(this.organisation(), file);
  }

  protected async start(): Promise<void> {
    const id = await this.run.start();
    if (id) await this.router.navigate([], { queryParams: { import: id } });
  }

  protected again(): void {
    const id = this.import();
    if (id) void this.run.find(this.organisation(), id);
    else void this.run.check();
  }

  protected another(): void {
    this.run.forget();
    void this.router.navigate([], { queryParams: {} });
  }
}
