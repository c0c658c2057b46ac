import type { MeasuredValue, MeasuredView, MetricKind } from '#contracts';
import { METRICS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { injectMetricNumbers, kindOfGroup, type Meant } from '../../../ui/verdict/metric-numbers';

/** Says what was measured in words of the chosen language. */
export interface MeasuredWords {
  /** The name of a value, as it is asked for and read: `Before, dB`. */
  readonly name: (name: MeasuredValue, kind: MetricKind, unit: string | null) => string;
  /** All values in one line: `17 of 20`, `52 dB, before 58 dB`. */
  readonly values: (measured: MeasuredView, meant: Meant) => string;
  /** What the values come to: a share, a change, a rate; empty where the value says it itself. */
  readonly result: (measured: MeasuredView, meant: Meant) => string;
  /** What that is called; null where there is none. */
  readonly resultName: (kind: MetricKind) => string | null;
}

const inUnit: readonly MeasuredValue[] = ['value', 'before', 'exposure'];

/** Gives the words for measurements; call it where a component is made. */
export const injectMeasuredWords = (): MeasuredWords => {
  const t = injectTranslate();
  const numbers = injectMetricNumbers();
  const variant = (name: MeasuredValue, kind: MetricKind): string => {
    if (kind === 'checklist') return `items-${name}`;
    return kind === 'paired' && name === 'value' ? 'after' : name;
  };
  return {
    name: (name, kind, unit) => {
      const words = t(`experiment.measure.name.${variant(name, kind)}`);
      return unit && inUnit.includes(name) ? `${words}, ${unit}` : words;
    },
    values: (measured, { kind }) => {
      const said: Record<string, string> = {};
      for (const name of METRICS[kind].values) said[name] = numbers.plain(measured[name] ?? 0);
      switch (kindOfGroup(kind)) {
        case 'proportion':
        case 'checklist':
          return t('experiment.measure.of', { successes: said['successes'], total: said['total'] });
        case 'rate':
          return t('experiment.measure.events', { count: said['count'], exposure: said['exposure'] });
        case 'paired':
          return t('experiment.measure.pair', { before: said['before'], value: said['value'] });
        default:
          return said['value'] ?? '';
      }
    },
    result: (measured, meant) => {
      const { successes, total, value, before, count, exposure } = measured;
      switch (kindOfGroup(meant.kind)) {
        case 'proportion':
          return numbers.ofGroup(meant, (successes ?? 0) / (total ?? 1));
        case 'rate':
          return numbers.ofGroup(meant, (count ?? 0) / (exposure ?? 1));
        case 'paired':
          return numbers.ofGroup(meant, (value ?? 0) - (before ?? 0));
        default:
          return '';
      }
    },
    resultName: (kind) => {
      const group = kindOfGroup(kind);
      return group === 'proportion' || group === 'rate' || group === 'paired' ? t(`experiment.measure.result.${group}`) : null;
    },
  };
};
