/** All queues: `notify` fans events out to people, `deliver` sends mail, `import` reads files. */
export const QUEUES = ['notify', 'deliver', 'import'] as const;

/** One of the queues. */
export type QueueName = (typeof QUEUES)[number];

/** A job: ids only, and always its tenant; row-level security does not cover the queue's tables. */
export interface JobData {
  readonly organisation: string;
  readonly [id: string]: string;
}

/** A job to add. The same `id` is added once while it is remembered; handlers are idempotent all the same. */
export interface NewJob {
  readonly id: string;
  readonly data: JobData;
}
