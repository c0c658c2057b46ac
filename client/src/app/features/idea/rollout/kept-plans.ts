import { inject, Injectable } from '@angular/core';
import type { FoundPerson } from '../../../ui/member-search/member-search';
import { KeptTexts } from '../facts/kept-texts';
import { OpenIdea } from '../open-idea';
import { entryOf, planIn, type Plan, type RolloutEntry } from './rollout-plan';

/** What somebody was writing into the plan of a rollout, and the plan from which they began. */
export interface KeptPlan {
  readonly began: Plan;
  readonly entry: RolloutEntry;
  readonly owner: FoundPerson | null;
}

const isLike = (value: unknown, like: object): boolean =>
  typeof value === 'object' && value !== null && Object.keys(like).every((key) => key in value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Keeps the plan that is being written until it is saved, also when the page is left or loaded again. */
@Injectable()
export class KeptPlans {
  private readonly texts = inject(KeptTexts);
  private readonly open = inject(OpenIdea);

  find(): KeptPlan | null {
    const kept = this.texts.find(this.open.organisation(), this.open.number(), 'rollout');
    if (!kept) return null;
    const began = parsed(kept.began);
    const written = parsed(kept.written);
    const fits = isLike(began, planIn(null)) && isLike(written, { entry: null, owner: null });
    if (!fits) return null;
    // What was kept before reasons were asked for has none.
    const entry = { ...{ reason: '' }, ...(written as KeptPlan).entry };
    return isLike(entry, entryOf(null)) ? { ...(written as Omit<KeptPlan, 'began'>), entry, began: began as Plan } : null;
  }

  keep({ began, entry, owner }: KeptPlan): void {
    const text = { began: JSON.stringify(began), written: JSON.stringify({ entry, owner }) };
    this.texts.keep(this.open.organisation(), this.open.number(), 'rollout', text);
  }

  drop(): void {
    this.texts.drop(this.open.organisation(), this.open.number(), 'rollout');
  }
}
