import { DECISION_KINDS, LANGUAGES } from '#contracts/constants';
import { checkDefinition, type PathwayDefinition, type PathwayTransition } from '../../workflow/index.js';
import { HELSINGBORG, PATHWAY_GUARDS } from '../pathways/index.js';
import { criteriaOf } from './default-criteria.js';
import { evidenceOf } from './default-evidence.js';

const GATE = HELSINGBORG.transitions.find(({ decision }) => decision === 'money') as PathwayTransition;

describe('what is usual for a decision', () => {
  it.each(DECISION_KINDS)('of kind %s could stand in a pathway, in all five languages', (kind) => {
    const transitions = HELSINGBORG.transitions.map((it): PathwayTransition =>
      it.decision ? { ...it, evidence: evidenceOf(it, kind), criteria: criteriaOf(it, kind) } : it,
    );
    const definition: PathwayDefinition = { ...HELSINGBORG, transitions };
    expect(transitions.filter(({ criteria }) => criteria?.length === 4)).toHaveLength(3);
    expect(checkDefinition(definition, PATHWAY_GUARDS, LANGUAGES)).toEqual([]);
  });

  it.each(DECISION_KINDS)('of kind %s says it in five languages, each in its own words', (kind) => {
    for (const { names, anchors } of criteriaOf(GATE, kind)) {
      for (const said of [names, ...Object.values(anchors)]) expect(new Set(Object.values(said)).size).toBe(LANGUAGES.length);
    }
  });

  it('weighs evidence by half before anything is tested', () => {
    const weights = (kind: (typeof DECISION_KINDS)[number]) => criteriaOf(GATE, kind).map(({ key, weight }) => `${key} ${weight}`);
    expect(weights('accept')).toEqual(['desirability 1', 'feasibility 1', 'viability 1', 'evidence 0.5']);
    expect(weights('time')).toEqual(weights('accept'));
    expect(weights('money')).toEqual(['desirability 1', 'feasibility 1', 'viability 1', 'evidence 1']);
    expect(weights('scale-up')).toEqual(weights('money'));
  });

  it('requires of each kind what it rests on', () => {
    const required = (kind: (typeof DECISION_KINDS)[number]) =>
      evidenceOf(GATE, kind)
        .filter((it) => it.required)
        .map((it) => it.kind);
    expect(required('accept')).toEqual(['need']);
    expect(required('time')).toEqual(['need']);
    expect(required('money')).toEqual(['need', 'effect-goal', 'schedule', 'cost-estimate', 'test-group', 'partners']);
    expect(required('scale-up')).toEqual(['effect-goal', 'test-card', 'verdict', 'lesson']);
  });

  it('gives way to what a pathway says', () => {
    const evidence = [{ kind: 'partners', required: true }] as const;
    const criteria = criteriaOf(GATE, 'time').slice(0, 1);
    expect(evidenceOf({ ...GATE, evidence }, 'money')).toEqual(evidence);
    expect(criteriaOf({ ...GATE, criteria }, 'money')).toEqual(criteria);
    expect(evidenceOf({ ...GATE, evidence: [] }, 'money')).toEqual([]);
  });
});
