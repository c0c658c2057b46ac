import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { injectTranslate } from '../../i18n/translate';
import { Avatar } from '../avatar/avatar';

/** A person that was found. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
}

const typingPause = 200;
let count = 0;

/** Finds a member by name: writing narrows the list, a button each picks. */
@Component({
  selector: 'polku-member-search',
  imports: [Avatar],
  template: `
    <div class="field">
      <label [attr.for]="id">{{ label() }}</label>
      <input
        #entry
        class="input"
        type="text"
        autocomplete="off"
        [id]="id"
        [value]="written()"
        (input)="write(entry.value)"
        (keydown.escape)="leave.emit()"
      />
    </div>
    <p class="cdk-visually-hidden" role="status">{{ found() ? t('idea.members-found', { count: found()?.length ?? 0 }) : '' }}</p>
    @if (found(); as people) {
      <ul>
        @for (person of people; track person.id) {
          <li>
            <button type="button" (click)="picked.emit(person)">
              <polku-avatar [name]="person.name" aria-hidden="true" />
              <span>
                {{ person.name }}
                @if (person.unit) {
                  <small>{{ person.unit }}</small>
                }
              </span>
            </button>
          </li>
        } @empty {
          <li class="quiet small">{{ t('idea.members-found', { count: 0 }) }}</li>
        }
      </ul>
    }
    @if (failed()) {
      <p role="alert" class="small">{{ t('idea.failed') }}</p>
    }
  `,
  styleUrl: './member-search.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberSearch {
  protected readonly t = injectTranslate();
  protected readonly id = `member-search-${++count}`;
  private readonly entry = viewChild.required<ElementRef<HTMLInputElement>>('entry');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  readonly label = input.required<string>();
  /** Looks members up by a part of their name. */
  readonly find = input.required<(q: string) => Promise<readonly FoundPerson[]>>();
  readonly picked = output<FoundPerson>();
  readonly leave = output();

  protected readonly written = signal('');
  protected readonly found = signal<readonly FoundPerson[] | undefined>(undefined);
  protected readonly failed = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  focus(): void {
    this.entry().nativeElement.focus();
    if (this.found() === undefined) void this.look();
  }

  protected write(text: string): void {
    this.written.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), typingPause);
  }

  private async look(): Promise<void> {
    const turn = ++this.asked;
    try {
      const people = await this.find()(this.written().trim());
      if (turn !== this.asked) return;
      this.found.set(people);
      this.failed.set(false);
    } catch {
      if (turn === this.asked) this.failed.set(true);
    }
  }
}
