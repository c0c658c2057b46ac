import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AttachmentView } from '#contracts';
import { AttachmentsApi } from '../../../api/attachments-api';
import { asProblem } from '../../../api/problem-error';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { OpenIdea } from '../open-idea';
import { injectProblemWords } from '../problem-words';

const units = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
] as const;

/** A file: what it is called, how large it is and who added it; saved with a click, removed after a question. */
@Component({
  selector: 'polku-attachment-item',
  imports: [MatButton],
  template: `
    <a [href]="address()" download>{{ attachment().name }}</a>
    <p class="about">{{ about() }}</p>
    @if (asking()) {
      <p class="ask" role="alert">{{ t('idea.attachments.sure', { name: attachment().name }) }}</p>
      <div class="actions">
        <button #sure mat-stroked-button type="button" (click)="remove()" [disabled]="busy()">{{ t('idea.attachments.remove') }}</button>
        <button mat-button type="button" (click)="keep()">{{ t('idea.attachments.keep') }}</button>
      </div>
      @if (failure()) {
        <p class="ask" role="alert">{{ failure() }}</p>
      }
    } @else if (attachment().mayRemove) {
      <button
        #bin
        class="bin"
        type="button"
        [attr.aria-label]="t('idea.attachments.remove-named', { name: attachment().name })"
        (click)="ask()"
      >
        {{ t('idea.attachments.remove') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: var(--s2) 0;
    }

    a {
      font: 600 14.5px/20px var(--font);
      color: var(--path-ink);
      overflow-wrap: anywhere;
    }

    .about {
      font: 400 var(--t-s) var(--font);
      color: var(--ink-3);
    }

    .bin {
      min-width: 24px;
      min-height: 28px;
      padding: 2px 0;
      border: 0;
      background: none;
      color: var(--ink-3);
      font: 500 var(--t-s) var(--font);
      cursor: pointer;

      &:hover {
        color: var(--path-ink);
        text-decoration: underline;
      }
    }

    .ask {
      margin-top: var(--s2);
      font-weight: 500;
    }

    .actions {
      display: flex;
      gap: var(--s2);
      margin-top: var(--s2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachmentItem {
  private readonly api = inject(AttachmentsApi);
  private readonly open = inject(OpenIdea);
  private readonly moments = inject(Moments);
  private readonly languages = inject(Languages);
  private readonly injector = inject(Injector);
  private readonly words = injectProblemWords();
  private readonly sure = viewChild<MatButton>('sure');
  private readonly bin = viewChild<ElementRef<HTMLElement>>('bin');
  protected readonly t = injectTranslate();

  readonly attachment = input.required<AttachmentView>();
  /** It has been removed, and with it what had the keyboard. */
  readonly gone = output();

  protected readonly asking = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly address = computed(() => this.api.addressOf(this.open.organisation(), this.attachment().id));
  protected readonly about = computed(() => {
    const { bytes, by, at } = this.attachment();
    const name = by?.name ?? this.t('idea.comments.somebody');
    return this.t('idea.attachments.about', { size: this.size(bytes), name, when: this.moments.ago(at) });
  });

  protected ask(): void {
    this.asking.set(true);
    this.focus(() => this.sure());
  }

  protected keep(): void {
    this.asking.set(false);
    this.failure.set('');
    this.focus(() => this.bin()?.nativeElement);
  }

  protected async remove(): Promise<void> {
    this.busy.set(true);
    this.failure.set('');
    try {
      await this.api.remove(this.open.organisation(), this.attachment().id);
      this.gone.emit();
      await this.open.refresh('attachment-removed');
    } catch (error) {
      const problem = asProblem(error);
      // Somebody else was faster.
      if (problem.code === 'not-found') await this.open.refresh('attachment-removed');
      this.failure.set(this.words(problem));
    } finally {
      this.busy.set(false);
    }
  }

  private size(bytes: number): string {
    const [unit, one] = units.find(([, least]) => bytes >= least) ?? (['byte', 1] as const);
    const digits = { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.languages.locale(), digits).format(bytes / one);
  }

  private focus(wanted: () => { focus: () => void } | undefined): void {
    afterNextRender(() => wanted()?.focus(), { injector: this.injector });
  }
}
