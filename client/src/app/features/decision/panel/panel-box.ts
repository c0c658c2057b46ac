import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, Injector, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail, PanelState } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import { giveBack } from '../../../ui/give-back';
import { Tag, type Meaning } from '../../../ui/tag/tag';
import { StepOutForm } from './step-out-form';

const meanings = { asked: 'waiting', scored: 'met', conflicted: 'unclear' } as const satisfies Record<PanelState, Meaning>;

/** Who scores, who is still waited for, who has stepped out and why; and what blind means. */
@Component({
  selector: 'polku-panel-box',
  imports: [Avatar, MatButton, StepOutForm, Tag],
  template: `
    <section class="box" aria-labelledby="panel">
      <h2 #heading id="panel" tabindex="-1">{{ t('decision.panel.title') }}</h2>
      <p>{{ standing() }}</p>
      @if (waits(); as words) {
        <p class="waits">{{ words }}</p>
      }
      <ul>
        @for (it of decision().panel; track $index) {
          <li>
            <polku-avatar [name]="it.member?.name ?? '–'" aria-hidden="true" />
            <span class="name">
              {{ it.member?.name ?? '–' }}
              @if (it.conflict) {
                <small>{{ t('decision.panel.conflict', { reason: it.conflict }) }}</small>
              }
            </span>
            <polku-tag [meaning]="meanings[it.state]">{{ t('codes.panel-state.' + it.state) }}</polku-tag>
          </li>
        }
      </ul>
      @if (leaving()) {
        <polku-step-out-form (leave)="leave()" />
      } @else if (mayStepOut()) {
        <button #opener mat-button type="button" (click)="leaving.set(true)">{{ t('decision.panel.step-out') }}</button>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: var(--s2);
    }

    .waits {
      margin-top: 4px;
      font-weight: 600;
    }

    ul {
      list-style: none;
      margin: var(--s3) 0;
      display: grid;
      gap: var(--s2);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: flex-start;
    }

    .name {
      flex: 1 1 120px;
      min-width: 0;
      overflow-wrap: anywhere;
      padding-top: 3px;
    }

    small {
      display: block;
      color: var(--ink-2);
      font: 400 var(--t-s) var(--font);
      white-space: pre-line;
    }

    polku-tag {
      margin-top: 4px;
    }

    button {
      margin-left: -12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PanelBox {
  private readonly moments = inject(Moments);
  private readonly list = injectListing();
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly opener = viewChild<unknown, ElementRef<HTMLElement>>('opener', { read: ElementRef });
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly t = injectTranslate();
  protected readonly meanings = meanings;

  readonly decision = input.required<DecisionDetail>();

  protected readonly leaving = signal(false);
  protected readonly mayStepOut = computed(() => {
    const { panelState, stepOutRefusals } = this.decision();
    return panelState !== null && panelState !== 'conflicted' && stepOutRefusals.length === 0;
  });
  private readonly waiting = computed(() => this.decision().panel.filter(({ state }) => state === 'asked'));
  protected readonly standing = computed(() => {
    const { blind, deadline, state, panel } = this.decision();
    if (blind) return this.t('decision.panel.blind', { date: this.moments.longDay(deadline) });
    if (panel.every((it) => it.state === 'conflicted')) return this.t('decision.panel.nobody');
    const stayed = panel.every((it) => it.state !== 'conflicted');
    if (this.waiting().length === 0) return this.t(stayed ? 'decision.panel.all-in' : 'decision.panel.rest-in');
    return this.t(state === 'decided' ? 'decision.panel.closed' : 'decision.panel.late');
  });
  protected readonly waits = computed(() => {
    const names = this.waiting().map(({ member }) => member?.name ?? '–');
    return this.decision().blind && names.length > 0
      ? this.t('decision.panel.waits', { names: this.list(names), scored: this.decision().scored, size: this.decision().panelSize })
      : '';
  });

  /** The form is gone: the keyboard is back on the button that opened it, or on what the box is about. */
  protected leave(): void {
    this.leaving.set(false);
    giveBack(this.host, () => this.opener() ?? this.heading(), this.injector);
  }
}
