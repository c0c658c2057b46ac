import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecisionDetail, EvidenceItem } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Tag } from '../../../ui/tag/tag';
import { VerdictBox } from '../../../ui/verdict/verdict-box';
import { OpenDecision } from '../open-decision';
import { CardOfEvidence } from './card-evidence';
import { ComparedText } from './compared-text';
import { injectEvidenceWords } from './evidence-words';

/** Everything the decision rests on, as it was when it was asked for; what has changed since stands beside it. */
@Component({
  selector: 'polku-evidence-pack',
  imports: [CardOfEvidence, ComparedText, RouterLink, Tag, VerdictBox],
  templateUrl: './evidence-pack.html',
  styleUrl: './evidence-pack.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePack {
  private readonly words = injectEvidenceWords();
  protected readonly open = inject(OpenDecision);
  protected readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly decision = input.required<DecisionDetail>();

  protected readonly at = computed(() => this.decision().evidence.at);
  /** What the rule says comes first; the rest as it was asked for. */
  protected readonly items = computed(() => {
    const { items } = this.decision().evidence;
    return [...items.filter(({ kind }) => kind === 'verdict'), ...items.filter(({ kind }) => kind !== 'verdict')];
  });
  protected readonly changed = computed(() => this.items().filter((it) => it.changed).length);

  protected keyOf({ kind, experiment }: EvidenceItem): string {
    return `${kind} ${experiment?.id ?? ''}`;
  }

  /** What is said in a text: when asked, and now; null where a picture says it. */
  protected saidOf(item: EvidenceItem): { readonly asked: string; readonly now: string } | null {
    if (item.kind === 'test-card' || item.kind === 'verdict') return null;
    return { asked: this.words(item.asked), now: this.words(item.now) };
  }
}
