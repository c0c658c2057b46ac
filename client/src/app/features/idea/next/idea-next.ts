import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { mdiCheck, mdiChevronDown } from '@mdi/js';
import type { AvailableTransition, Check, Refusal } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import { injectRefusalWords } from '../../../ui/refusals/refusal-words';
import { OpenIdea } from '../open-idea';
import { injectCheckWords } from './check-words';
import { IdeaMoves } from './idea-moves';
import { isAside, nextActionOf, otherTransitions } from './next-action';

/** The text that a condition is about, or null. */
const fieldOf = ({ code, params }: Check | Refusal): string | null => {
  if (code === 'effect-goal-set') return 'effectGoal';
  return code === 'field-filled' && typeof params['field'] === 'string' ? params['field'] : null;
};

/** What the idea needs before it can go on, the one next thing to do, and the other moves. */
@Component({
  selector: 'polku-idea-next',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './idea-next.html',
  styleUrl: './idea-next.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaNext {
  protected readonly open = inject(OpenIdea);
  private readonly moments = inject(Moments);
  private readonly router = inject(Router);
  private readonly list = injectListing();
  private readonly refusalWords = injectRefusalWords();
  protected readonly checkWords = injectCheckWords();
  protected readonly moves = inject(IdeaMoves);
  protected readonly t = injectTranslate();
  protected readonly icons = { met: mdiCheck, more: mdiChevronDown };

  protected readonly idea = computed(() => this.open.idea.value());
  protected readonly action = computed(() => {
    const idea = this.idea();
    return idea ? nextActionOf(idea, this.open.decisions.value() ?? []) : undefined;
  });
  // Who may move it is said below the list, not as a thing to be done.
  protected readonly checks = computed(() => (this.idea()?.next?.checks ?? []).filter((it) => it.code !== 'role-in'));
  protected readonly allMet = computed(() => this.checks().every((it) => it.met));
  protected readonly others = computed(() => {
    const idea = this.idea();
    return idea ? otherTransitions(idea) : [];
  });
  protected readonly isAside = computed(() => {
    const idea = this.idea();
    return idea !== undefined && isAside(idea);
  });
  protected readonly nextName = computed(() => {
    const next = this.idea()?.next;
    return this.idea()?.path.find((it) => it.step === next?.to)?.name ?? next?.name ?? '';
  });
  protected readonly waits = computed(() => {
    const action = this.action();
    if (action?.kind === 'others') return this.t('idea.who-moves', { who: this.rolesOf(action.refusal) });
    if (action?.kind !== 'wait' && action?.kind !== 'score' && action?.kind !== 'decide') return '';
    const { kind, decider, deadline } = action.decision;
    const words = this.t(`codes.decision.${kind}`);
    return this.t('idea.decision-waits', {
      kind: words.charAt(0).toLocaleUpperCase() + words.slice(1),
      name: decider?.name ?? '–',
      date: this.moments.day(deadline),
    });
  });
  protected readonly returns = computed(() => {
    const returnOn = this.idea()?.returnOn;
    return returnOn ? this.t('idea.returns-on', { date: this.moments.longDay(returnOn) }) : '';
  });

  /** Where a condition is met; a decision that nobody has asked for is nowhere to be seen. */
  protected linkOf(check: Check | Refusal) {
    if (check.code === 'decision-made' && !this.open.decisions.value()?.some(({ kind }) => kind === check.params['kind'])) return null;
    return check.link === null ? null : this.router.parseUrl(check.link);
  }

  /** What the button says that leads to the first open condition. */
  protected mendingOf(refusal: Refusal): string {
    const field = fieldOf(refusal);
    return field ? this.t('idea.write-field', { field: this.t(`codes.name.${field}`) }) : this.checkWords.mends(refusal);
  }

  /** Whether the rollout has the one filled button of the page, to which this one leads. */
  protected isDoneInRollout({ code }: Refusal): boolean {
    return code === 'rollout-in-state' || code === 'follow-up-set';
  }

  protected mayWrite(check: Check | Refusal): boolean {
    return fieldOf(check) !== null && (this.idea()?.mayEdit ?? false);
  }

  /** Opens the editor of the text that a condition is about. */
  protected write(check: Check | Refusal): void {
    this.open.wanted.set(fieldOf(check));
  }

  protected askFor(transition: AvailableTransition): void {
    if (transition.decision) void this.moves.ask(transition.decision);
  }

  protected reasonsOf(transition: AvailableTransition): string {
    return transition.refusals.map((it) => this.refusalWords(it)).join(' · ');
  }

  private rolesOf(refusal: Refusal): string {
    const roles = refusal.params['roles'];
    return Array.isArray(roles) ? this.list(roles.map((role) => this.t(`codes.role.${String(role)}`))) : '';
  }
}
