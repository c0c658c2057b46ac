import { z } from 'zod';
import { LIMITS } from '#contracts';

/** How much is too much. */
export interface Limits {
  /** Live streams open at once in one process, and of one person in it. */
  readonly streams: number;
  readonly streamsPerPerson: number;
  /** Bytes of a JSON body, and of an imported file. */
  readonly bodyBytes: number;
  readonly importBytes: number;
  /** Rows of an imported file, and imports of an organisation that wait or run. */
  readonly importRows: number;
  readonly imports: number;
  /** Bytes of an attachment, attachments of an idea, and bytes of all attachments of an organisation. */
  readonly attachmentBytes: number;
  readonly attachments: number;
  readonly attachmentSpace: number;
  /** Changes and searches of one session in a minute, and requests of one address that is not signed in; 0 for no limit. */
  readonly changes: number;
  readonly searches: number;
  readonly visits: number;
}

const MOST = 1_000_000_000;
const MEGABYTE = 1_000_000;

const count = (least: number, usual: number) =>
  z
    .string()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= MOST, {
      error: `must be a whole number from ${least} to ${MOST}`,
    })
    .transform(Number)
    .default(usual);

/** The settings of the environment. The rates are far above what a person does, and stop a program that has run wild. */
export const limitSettings = {
  POLKU_LIMIT_STREAMS: count(1, 2_000),
  POLKU_LIMIT_STREAMS_PER_PERSON: count(1, 20),
  POLKU_LIMIT_BODY: count(1_000, LIMITS.jsonBody),
  POLKU_LIMIT_IMPORT_BYTES: count(1_000, LIMITS.importFile),
  POLKU_LIMIT_IMPORT_ROWS: count(1, LIMITS.importRows),
  POLKU_LIMIT_IMPORTS: count(1, 10),
  POLKU_LIMIT_ATTACHMENT_BYTES: count(1_000, LIMITS.attachmentFile),
  POLKU_LIMIT_ATTACHMENTS: count(1, LIMITS.attachments),
  POLKU_LIMIT_ATTACHMENT_SPACE: count(1, LIMITS.attachmentSpace),
  POLKU_LIMIT_CHANGES: count(0, 3_000),
  POLKU_LIMIT_SEARCHES: count(0, 1_200),
  POLKU_LIMIT_VISITS: count(0, 6_000),
};

/** The limits as they were set. */
export function limitsOf(settings: z.infer<z.ZodObject<typeof limitSettings>>): Limits {
  return Object.freeze<Limits>({
    streams: settings.POLKU_LIMIT_STREAMS,
    streamsPerPerson: settings.POLKU_LIMIT_STREAMS_PER_PERSON,
    bodyBytes: settings.POLKU_LIMIT_BODY,
    importBytes: settings.POLKU_LIMIT_IMPORT_BYTES,
    importRows: settings.POLKU_LIMIT_IMPORT_ROWS,
    imports: settings.POLKU_LIMIT_IMPORTS,
    attachmentBytes: settings.POLKU_LIMIT_ATTACHMENT_BYTES,
    attachments: settings.POLKU_LIMIT_ATTACHMENTS,
    attachmentSpace: settings.POLKU_LIMIT_ATTACHMENT_SPACE * MEGABYTE,
    changes: settings.POLKU_LIMIT_CHANGES,
    searches: settings.POLKU_LIMIT_SEARCHES,
    visits: settings.POLKU_LIMIT_VISITS,
  });
}
