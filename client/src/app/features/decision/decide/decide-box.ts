import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  EnvironmentInjector,
  inject,
  Injector,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail, MakeDecision } from '#contracts';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import type { Save } from '../../../ui/form/form-problem';
import { giveBack } from '../../../ui/give-back';
import { Messages } from '../../../ui/messages/messages';
import { Refusals } from '../../../ui/refusals/refusals';
import { OpenDecision } from '../open-decision';
import { DecideForm } from './decide-form';

/** The decision itself, for who makes it: the form, or what has to come first. */
@Component({
  selector: 'polku-decide-box',
  imports: [DecideForm, MatButton, Refusals],
  template: `
    @let it = decision();
    @if (mayDecide() || isAsked()) {
      <section class="box" aria-labelledby="decide">
        <h2 #heading id="decide" tabindex="-1">{{ t('decision.decide.title') }}</h2>
        @if (it.actingFor; as absent) {
          <p>{{ t('decisions.acting-for', { name: absent.name }) }}</p>
        }
        @if (mayDecide() || deciding()) {
          @if (deciding()) {
            <polku-decide-form [decision]="it" [save]="save" (leave)="leave()" />
          } @else {
            <p class="quiet">{{ t('decision.decide.lead') }}</p>
            @if (waitsForMe()) {
              <button #opener mat-stroked-button type="button" (click)="deciding.set(true)">{{ t('decisions.decide') }}</button>
            } @else {
              <button #opener mat-flat-button type="button" (click)="deciding.set(true)">{{ t('decisions.decide') }}</button>
            }
          }
        } @else {
          <p class="quiet">{{ t('decision.decide.not-yet') }}</p>
          <polku-refusals [refusals]="refusals()" />
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: 2px;
    }

    button,
    polku-refusals,
    polku-decide-form {
      display: block;
      margin-top: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideBox {
  private readonly open = inject(OpenDecision);
  private readonly session = inject(Session);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly outside = inject(EnvironmentInjector);
  private readonly opener = viewChild<unknown, ElementRef<HTMLElement>>('opener', { read: ElementRef });
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();

  private readonly subject = computed(() => this.decision().id);
  /** Stays open whatever others do meanwhile: a reason is being written. */
  protected readonly deciding = linkedSignal<string, boolean>({ source: this.subject, computation: () => false });
  protected readonly mayDecide = computed(() => this.decision().refusals.length === 0);
  /** My scorecard comes first. */
  protected readonly waitsForMe = computed(() => this.decision().panelState === 'asked' && this.decision().scoreRefusals.length === 0);
  protected readonly isAsked = computed(() => {
    const { decider, actingFor } = this.decision();
    return actingFor !== null || (decider !== null && decider.id === this.session.membership()?.member);
  });

  /** What the panel still owes is said on this page. */
  protected readonly refusals = computed(() => {
    const here = `/${this.open.organisation()}/decisions/${this.decision().id}#panel`;
    return this.decision().refusals.map((it) => (it.code === 'panel-open' ? { ...it, link: here } : it));
  });

  protected readonly save: Save<MakeDecision> = async (input) => {
    const problem = await this.open.decide(input);
    if (!problem) {
      this.messages.say(this.t('decisions.saved'));
      // This box is gone by then: the keyboard goes on with what was decided.
      afterNextRender(() => document.getElementById('decided')?.focus(), { injector: this.outside });
    }
    return problem;
  };

  /** The form is gone: the keyboard is back on the button that opened it, or on what the box is about. */
  protected leave(): void {
    this.deciding.set(false);
    giveBack(this.host, () => this.opener() ?? this.heading(), this.injector);
  }
}
