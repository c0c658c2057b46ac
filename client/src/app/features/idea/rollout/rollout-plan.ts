import type { PlanRollout, RolloutView } from '#contracts';
import { numberIn } from '../../../ui/form/text-rules';

/** A rollout as its form holds it; the owner is chosen beside it. */
export interface RolloutEntry {
  readonly unit: string;
  readonly value: string;
  readonly effectUnit: string;
  readonly by: string;
  readonly followUpOn: string;
}

/** Fills the form; nothing where there is no rollout yet. */
export const entryOf = (rollout: RolloutView | null): RolloutEntry => ({
  unit: rollout?.unit ?? '',
  value: rollout?.expectedEffect ? String(rollout.expectedEffect.value) : '',
  effectUnit: rollout?.expectedEffect?.unit ?? '',
  by: rollout?.expectedEffect?.by ?? '',
  followUpOn: rollout?.followUpOn ?? '',
});

/** Whether some but not all of the three parts of an effect are written. */
export const isHalfEffect = (entry: Pick<RolloutEntry, 'value' | 'effectUnit' | 'by'>): boolean => {
  const written = [entry.value, entry.effectUnit, entry.by].filter((it) => it.trim() !== '').length;
  return written > 0 && written < 3;
};

/** What is sent; an effect only when it is whole. What the form does not show stays as it is in the rollout. */
export const planOf = (entry: RolloutEntry, owner: string | null, rollout: RolloutView | null): PlanRollout => {
  const value = numberIn(entry.value);
  const effect = value !== null && !Number.isNaN(value) && entry.effectUnit.trim() !== '' && entry.by !== '';
  return {
    version: rollout?.version,
    unit: entry.unit.trim() || null,
    owner,
    milestones: rollout?.milestones.map(({ title, on, doneOn }) => ({ title, on, doneOn })) ?? [],
    expectedEffect: effect
      ? { value, unit: entry.effectUnit.trim(), by: entry.by, direction: rollout?.expectedEffect?.direction ?? 'at-least' }
      : null,
    followUpOn: entry.followUpOn || null,
  };
};
