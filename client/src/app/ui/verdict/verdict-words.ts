import type { VerdictView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import type { Meaning } from '../tag/tag';
import { injectMetricNumbers, isContrast } from './metric-numbers';

/** The colour of each verdict; not met is a lesson, never an alarm. */
export const meaningOfVerdict = {
  met: 'met',
  'not-met': 'lesson',
  inconclusive: 'unclear',
  'no-data': 'unclear',
} as const satisfies Record<VerdictView['verdict'], Meaning>;

/** Says what the rule found, in words of the chosen language. */
export interface VerdictWords {
  /** Estimate, interval and threshold in one sentence. */
  readonly sentence: (verdict: VerdictView) => string;
  /** How many more would probably decide it; empty where that is not the question. */
  readonly needs: (verdict: VerdictView) => string;
  /** By which rule, and at which confidence. */
  readonly rule: (verdict: VerdictView) => string;
}

/** Gives the words for verdicts; call it where a component is made. */
export const injectVerdictWords = (): VerdictWords => {
  const t = injectTranslate();
  const numbers = injectMetricNumbers();

  const group = (verdict: VerdictView, name: 'test' | 'comparison'): string => {
    const estimate = verdict.groups[name]?.estimate ?? null;
    return estimate === null ? '–' : numbers.ofGroup(verdict, estimate);
  };

  const estimate = (verdict: VerdictView): string => {
    const { kind, groups } = verdict;
    const value = numbers.value(verdict, verdict.estimate ?? 0);
    const { successes, total, size, count, exposure } = groups.test ?? {};
    if (isContrast(kind)) {
      return t('verdict.of-groups', { estimate: value, test: group(verdict, 'test'), comparison: group(verdict, 'comparison') });
    }
    switch (kind) {
      case 'proportion':
        return t('verdict.of-share', { estimate: value, successes: numbers.plain(successes ?? 0), total: numbers.plain(total ?? 0) });
      case 'rate':
        return t('verdict.of-rate', { estimate: value, events: count ?? 0, exposure: numbers.plain(exposure ?? 0) });
      case 'paired':
        return t('verdict.of-pairs', { estimate: value, size: size ?? 0 });
      default:
        return t('verdict.of-mean', { estimate: value, size: size ?? 0 });
    }
  };

  const checklist = (verdict: VerdictView): string => {
    const { successes, total } = verdict.groups.test ?? {};
    return t(`verdict.checklist-${verdict.direction}`, {
      done: numbers.plain(successes ?? 0),
      total: numbers.plain(total ?? 0),
      threshold: numbers.plain(verdict.threshold ?? 0),
    });
  };

  const interval = (verdict: VerdictView): string => {
    const { confidence, lower, upper, unbounded } = verdict;
    const from = numbers.value(verdict, lower ?? 0);
    return unbounded
      ? t('verdict.interval-open', { confidence, lower: from })
      : t('verdict.interval', { confidence, lower: from, upper: numbers.value(verdict, upper ?? 0) });
  };

  const sentence = (verdict: VerdictView): string => {
    const { verdict: word, kind, direction, threshold } = verdict;
    if (word === 'no-data') return t(isContrast(kind) ? 'verdict.no-groups' : 'verdict.no-data');
    if (kind === 'checklist') return checklist(verdict);
    const decided = word !== 'inconclusive';
    const said = { estimate: estimate(verdict), threshold: threshold === null ? '–' : numbers.value(verdict, threshold) };
    if (verdict.completeCount) return decided ? t(`verdict.complete.${word}-${direction}`, said) : t('verdict.complete.open', said);
    if (verdict.lower === null) return t('verdict.too-few', said);
    const all = { ...said, interval: interval(verdict) };
    return decided ? t(`verdict.says.${word}-${direction}`, all) : t('verdict.says.inconclusive', all);
  };

  const needs = ({ verdict, neededMore, kind, unit }: VerdictView): string => {
    if (verdict !== 'inconclusive') return '';
    if (neededMore === null) return kind === 'checklist' ? '' : t('verdict.needs-unknown');
    if (kind === 'checklist') return t('verdict.needs-items', { count: neededMore });
    if (kind === 'rate' || kind === 'rate-ratio') {
      return t('verdict.needs-exposure', { amount: unit ? `${numbers.plain(neededMore)} × ${unit}` : numbers.plain(neededMore) });
    }
    return t(isContrast(kind) ? 'verdict.needs-both' : 'verdict.needs', { count: neededMore });
  };

  const rule = ({ method, confidence }: VerdictView): string => {
    const words = t(`codes.verdict-method.${method}`);
    return method === 'checklist' || method === 'complete-count'
      ? t('verdict.rule-plain', { method: words })
      : t('verdict.rule', { method: words, confidence });
  };

  return { sentence, needs, rule };
};
