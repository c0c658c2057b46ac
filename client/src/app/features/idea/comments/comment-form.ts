import { ChangeDetectionStrategy, Component, computed, inject, input, model, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LIMITS } from '#contracts/constants';
import { MembersApi } from '../../../api/members-api';
import { injectTranslate } from '../../../i18n/translate';
import type { FoundPerson } from '../../../ui/member-search/member-search';
import { MentionField } from '../../../ui/mention-field/mention-field';
import { type NamedPerson, namedIn } from '../../../ui/mention-field/mentions';
import { TextPreview } from '../../../ui/rich-text/text-preview';
import { OpenIdea } from '../open-idea';

/** What is said in a comment. */
export interface Said {
  readonly body: string;
  readonly mentions: string[];
}

/** Where a comment is written, new or changed. Ctrl and enter send it. */
@Component({
  selector: 'polku-comment-form',
  imports: [MatButton, MentionField, TextPreview],
  template: `
    <form (submit)="$event.preventDefault(); send()" (keydown.control.enter)="send()" (keydown.meta.enter)="send()">
      <polku-mention-field
        [label]="label()"
        [hint]="t('idea.comments.hint')"
        [longest]="longest"
        [find]="find"
        [(text)]="text"
        [(people)]="people"
      />
      @if (says()) {
        <polku-text-preview [text]="text()" [names]="names()" />
      }
      @if (problem()) {
        <p class="wrong" role="alert">{{ problem() }}</p>
      }
      <div class="actions">
        <button mat-flat-button type="submit" [disabled]="busy() || !says()">{{ action() }}</button>
        @if (mayLeave()) {
          <button mat-button type="button" (click)="leave.emit()">{{ t('ui.cancel') }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    .actions {
      display: flex;
      gap: var(--s2);
    }

    .wrong {
      margin-bottom: var(--s2);
      color: var(--late);
      font: 500 var(--t-s) var(--font);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommentForm {
  private readonly members = inject(MembersApi);
  private readonly open = inject(OpenIdea);
  private readonly field = viewChild.required(MentionField);
  protected readonly t = injectTranslate();
  protected readonly longest = LIMITS.comment;

  readonly label = input.required<string>();
  readonly action = input.required<string>();
  readonly busy = input(false);
  readonly problem = input('');
  readonly mayLeave = input(false);
  readonly text = model('');
  readonly people = model<readonly NamedPerson[]>([]);
  readonly sent = output<Said>();
  readonly leave = output();

  protected readonly names = computed(() => this.people().map(({ name }) => name));
  protected readonly says = computed(() => this.text().trim() !== '' && this.text().trim().length <= this.longest);

  protected readonly find = async (q: string): Promise<readonly FoundPerson[]> =>
    (await this.members.list(this.open.organisation(), { q, limit: 10 })).items.filter(
      ({ roles }) => !roles.every((role) => role === 'resident'),
    );

  focus(): void {
    this.field().focus();
  }

  protected send(): void {
    if (!this.says() || this.busy()) return;
    const body = this.text().trim();
    this.sent.emit({ body, mentions: namedIn(body, this.people()).map(({ id }) => id) });
  }
}
