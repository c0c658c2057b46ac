import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { injectTranslate } from '../../i18n/translate';
import { Icon } from '../icon/icon';
import type { AskedFilter } from './asked-filter';

const typingPause = 300;
let count = 0;

/** Narrows ideas: by words, to mine, by when they are due, by unit, owner and tag. Other choices may be put behind its words. */
@Component({
  selector: 'polku-idea-filter',
  imports: [Icon],
  templateUrl: './idea-filter.html',
  styleUrl: './idea-filter.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaFilter {
  protected readonly t = injectTranslate();
  protected readonly icons = { clear: mdiClose, search: mdiMagnify };
  protected readonly id = `idea-filter-${++count}`;
  protected readonly dues = ['overdue', 'week'] as const;
  private readonly text = viewChild.required<ElementRef<HTMLInputElement>>('text');
  private typing: ReturnType<typeof setTimeout> | undefined;

  readonly filter = input.required<AskedFilter>();
  readonly units = input<readonly { readonly id: string; readonly name: string }[]>([]);
  /** The id of the member who asks. */
  readonly me = input<string>();
  /** What changes; null takes it away. */
  readonly changed = output<Readonly<Record<string, string | null>>>();

  protected readonly written = linkedSignal(() => this.filter().q ?? '');
  protected readonly onlyMine = computed(() => this.filter().mine === 'true');
  /** Somebody who is none of those that can be chosen here. */
  protected readonly otherOwner = computed(() => {
    const { owner } = this.filter();
    return owner !== undefined && owner !== '' && owner !== 'nobody' && owner !== this.me();
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  focus(): void {
    this.text().nativeElement.focus();
  }

  protected write(text: string): void {
    this.written.set(text);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(), typingPause);
  }

  protected search(): void {
    clearTimeout(this.typing);
    this.changed.emit({ q: this.written().trim() || null });
  }

  protected clearSearch(): void {
    this.written.set('');
    this.search();
  }
}
