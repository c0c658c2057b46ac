import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ProblemError } from '../../../api/problem-error';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { Installation } from '../../../session/installation';
import { FileButton } from '../../../ui/file-button/file-button';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';
import { injectProblemWords } from '../problem-words';
import { AttachmentItem } from './attachment-item';
import { type Sending, Uploads } from './uploads';

const megabyte = 1_000_000;
/** What a phone or a computer offers first; what a file holds is looked at by the server. */
const accepted =
  'image/png,image/jpeg,image/gif,image/webp,image/avif,image/heic,image/tiff,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.odg,.csv,.txt,.md';
/** Sending the same once more can help. */
const passing: readonly string[] = ['offline', 'busy', 'too-many-requests', 'internal'];

/** The files of the idea, and where more are dropped or chosen. */
@Component({
  selector: 'polku-idea-attachments',
  imports: [AttachmentItem, FileButton, MatButton, Skeleton],
  templateUrl: './idea-attachments.html',
  styleUrl: './idea-attachments.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaAttachments {
  private readonly open = inject(OpenIdea);
  private readonly installation = inject(Installation);
  private readonly languages = inject(Languages);
  private readonly words = injectProblemWords();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly uploads = inject(Uploads);
  protected readonly t = injectTranslate();
  protected readonly accept = accepted;
  protected readonly attachments = this.open.attachments;
  protected readonly over = signal(false);
  protected readonly told = signal('');
  protected readonly sendings = computed(() => this.uploads.sendings().filter((it) => this.isHere(it)));
  protected readonly most = computed(() => {
    const { attachmentBytes } = this.installation.limits();
    return new Intl.NumberFormat(this.languages.locale(), { maximumFractionDigits: 1 }).format(attachmentBytes / megabyte);
  });

  constructor() {
    effect(() => {
      const sent = this.uploads.sent();
      if (!sent) return;
      untracked(() => {
        if (!this.isHere(sent)) return;
        this.told.set(this.t('idea.attachments.sent', { name: sent.file.name }));
        void this.open.refresh('attachment-added');
      });
    });
  }

  /** What had the keyboard is gone with its file. */
  protected focusHeading(): void {
    this.heading().nativeElement.focus();
  }

  /** Says to the browser that files may be dropped here; anything else that is dragged passes over. */
  protected offer(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    const files = event.dataTransfer?.files;
    if (!files || files.length === 0) return;
    event.preventDefault();
    this.over.set(false);
    for (const file of files) this.add(file);
  }

  protected add(file: File): void {
    const isTooLarge = file.size > this.installation.limits().attachmentBytes;
    const problem = isTooLarge ? new ProblemError('too-large', 413, '') : null;
    this.uploads.add(this.open.organisation(), this.open.number(), file, problem);
  }

  protected progressOf({ state, share, file: { name } }: Sending): string {
    if (state === 'waiting') return this.t('idea.attachments.waiting', { name });
    const percent = new Intl.NumberFormat(this.languages.locale(), { style: 'percent' }).format(share);
    return this.t('idea.attachments.sending', { name, percent });
  }

  protected whyNot({ file, problem }: Sending): string {
    if (!problem) return '';
    if (problem.code === 'too-large') return this.t('idea.attachments.too-large', { size: this.most() });
    return file.size === 0 ? this.t('idea.attachments.empty') : this.words(problem);
  }

  protected mayRetry({ problem }: Sending): boolean {
    return problem !== null && (passing.includes(problem.code) || problem.fields.some(({ code }) => code === 'not-scanned'));
  }

  private isHere({ organisation, number }: Sending): boolean {
    return organisation === this.open.organisation() && number === this.open.number();
  }
}
