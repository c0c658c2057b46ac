import { createHash } from 'node:crypto';

/** All queues: `notify` fans events out to people, `deliver` sends mail, `import` reads files. */
export const QUEUES = ['notify', 'deliver', 'import'] as const;

/** One of the queues. */
export type QueueName = (typeof QUEUES)[number];

/** A job: ids only, and always its tenant; row-level security does not cover the queue's tables. */
export interface JobData {
  readonly organisation: string;
  readonly [id: string]: string | readonly string[];
}

/** A job to add. The same `id` is added once while it is remembered; handlers are idempotent all the same. */
export interface NewJob {
  readonly id: string;
  readonly data: JobData;
}

/** How many events or mails one job holds: a job of its own for each costs more than what it does. */
const IN_A_JOB = 50;

/** Jobs over many ids, each with a part of them under a key. The same part makes the same job, a longer one another. */
export function jobsOver(organisation: string, key: string, ids: readonly string[], inAJob = IN_A_JOB): NewJob[] {
  return Array.from({ length: Math.ceil(ids.length / inAJob) }, (_, at) => {
    const part = ids.slice(at * inAJob, (at + 1) * inAJob);
    return { id: createHash('sha256').update(part.join()).digest('base64url'), data: { organisation, [key]: part } };
  });
}

/** The ids that a job holds under a key. */
export function idsIn(job: JobData, key: string): readonly string[] {
  const ids = job[key];
  return Array.isArray(ids) ? (ids as readonly string[]) : [];
}
