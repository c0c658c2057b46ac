import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { Icon } from '../icon/icon';

const typingPause = 300;

/** Words that are searched for, once nothing more is written for a moment; a form around it may ask at once. */
@Component({
  selector: 'polku-search-field',
  imports: [Icon],
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  protected readonly icons = { clear: mdiClose, search: mdiMagnify };
  private readonly text = viewChild.required<ElementRef<HTMLInputElement>>('text');
  private typing: ReturnType<typeof setTimeout> | undefined;

  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  /** What the way to take the words away is called. */
  readonly clearing = input.required<string>();
  /** The words that are asked for now. */
  readonly asked = input<string>();
  /** What to ask for; null: no words. */
  readonly searched = output<string | null>();

  protected readonly written = linkedSignal(() => this.asked() ?? '');

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  focus(): void {
    this.text().nativeElement.focus();
  }

  /** Asks without waiting. */
  search(): void {
    clearTimeout(this.typing);
    this.searched.emit(this.written().trim() || null);
  }

  protected write(text: string): void {
    this.written.set(text);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(), typingPause);
  }

  protected clear(): void {
    this.written.set('');
    this.search();
    this.focus();
  }
}
