import type { DecisionKind, EvidenceKind } from '#contracts';
import type { EvidenceDefinition, PathwayTransition } from '../../workflow/index.js';

const DEFAULTS: Readonly<Record<DecisionKind, readonly EvidenceDefinition[]>> = {
  accept: [needed('need')],
  time: [needed('need'), shown('proposal'), shown('beneficiaries'), shown('effect-goal'), shown('team')],
  money: [
    needed('need'),
    shown('proposal'),
    needed('effect-goal'),
    needed('schedule'),
    needed('cost-estimate'),
    needed('test-group'),
    needed('partners'),
    shown('team'),
    shown('test-card'),
  ],
  'scale-up': [needed('effect-goal'), needed('test-card'), needed('verdict'), needed('lesson'), shown('engagement')],
};

/** What the decision of a transition rests on: as its pathway says, or else what is usual for its kind. */
export function evidenceOf(transition: PathwayTransition, kind: DecisionKind): readonly EvidenceDefinition[] {
  return transition.evidence ?? DEFAULTS[kind];
}

function needed(kind: EvidenceKind): EvidenceDefinition {
  return { kind, required: true };
}

function shown(kind: EvidenceKind): EvidenceDefinition {
  return { kind, required: false };
}
