import { z } from 'zod';
import { CONFIDENCES, METRIC_KINDS } from '../kinds.js';
import { LIMITS } from '../limits.js';

const number = z.string().min(1, 'required').max(40).transform(Number);
const positive = number.pipe(z.number().min(1e-9).max(LIMITS.value));
const notNegative = number.pipe(z.number().min(0).max(LIMITS.value)).optional();

interface Planned {
  readonly kind: string;
  readonly expected?: number;
  readonly comparison?: number;
  readonly deviation?: number;
  readonly width: number;
}

const SHARES = ['proportion', 'proportion-difference'];
const MEANS = ['mean', 'mean-difference', 'paired'];
const RATES = ['rate', 'rate-ratio'];

/**
 * `GET O/sample-sizes`: how much to observe for an interval as narrow as `width`, from its lower to its upper end in the unit of the metric.
 * `expected` and `comparison` are what the groups are expected to show: shares (without them those that need most), or rates. `deviation` is the
 * expected standard deviation of what is measured, of pairs that of the changes. Of a ratio of rates, `width` is how many times the lower end
 * the upper one may be.
 */
export const planSample = z
  .object({
    kind: z.enum(METRIC_KINDS).exclude(['checklist']),
    confidence: number.pipe(z.literal(CONFIDENCES)).default(95),
    width: positive,
    expected: notNegative,
    comparison: notNegative,
    deviation: positive.optional(),
  })
  .refine((it: Planned) => !SHARES.includes(it.kind) || (it.expected ?? 0) <= 1, { path: ['expected'], message: 'too-large' })
  .refine((it: Planned) => !SHARES.includes(it.kind) || (it.comparison ?? 0) <= 1, { path: ['comparison'], message: 'too-large' })
  .refine((it: Planned) => !MEANS.includes(it.kind) || it.deviation !== undefined, { path: ['deviation'], message: 'required' })
  .refine((it: Planned) => !RATES.includes(it.kind) || it.expected !== undefined, { path: ['expected'], message: 'required' })
  .refine((it: Planned) => it.kind !== 'rate-ratio' || it.comparison !== undefined, { path: ['comparison'], message: 'required' })
  .refine((it: Planned) => it.kind !== 'rate-ratio' || it.expected !== 0, { path: ['expected'], message: 'too-small' })
  .refine((it: Planned) => it.kind !== 'rate-ratio' || it.comparison !== 0, { path: ['comparison'], message: 'too-small' })
  .refine((it: Planned) => it.kind !== 'rate-ratio' || it.width > 1, { path: ['width'], message: 'too-small' });
export type PlanSample = z.infer<typeof planSample>;

export const sampleSize = z.object({
  /** Whole observations, or exposure in its unit; null when it would take more than ten million. */
  needed: z.number().nullable(),
  of: z.enum(['observations', 'exposure']),
  /** As many in each of the two groups. */
  perGroup: z.boolean(),
});
export type SampleSize = z.infer<typeof sampleSize>;
