import { z } from 'zod';
import { FIELD_CODES } from '../codes.js';
import { IMPORT_STATES, IMPORT_TARGETS } from '../kinds.js';

/** Which column of the file fills which field. */
export const importMapping = z.partialRecord(z.enum(IMPORT_TARGETS), z.string().min(1).max(300));
export type ImportMapping = z.infer<typeof importMapping>;

/** The fields beside `file` in `POST O/imports` (multipart). `mapping` is JSON; without it the columns are guessed. */
export const startImport = z.strictObject({
  mapping: z
    .string()
    .max(20_000)
    .optional()
    .transform((text, context) => {
      if (text === undefined || text.trim() === '') return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not-readable' });
        return z.NEVER;
      }
    })
    .pipe(importMapping.optional()),
  /** The step on which new ideas are placed; without it the first. */
  step: z.string().max(100).optional(),
  /** Validate and count only. */
  dryRun: z.stringbool().default(false),
  delimiter: z.enum([',', ';', 'tab']).default(','),
});
export type StartImport = z.infer<typeof startImport>;

/** What is wrong, and where: rows count from 1 with the header as row 1. */
export const importError = z.object({
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  /** The field that no column fills, where that is what is wrong. */
  field: z.enum(IMPORT_TARGETS).optional(),
  code: z.enum(FIELD_CODES),
  message: z.string(),
});
export type ImportError = z.infer<typeof importError>;

/** `GET O/imports/:id`. In a dry run `created` and `updated` say what would happen. */
export const importView = z.object({
  id: z.uuid(),
  state: z.enum(IMPORT_STATES),
  dryRun: z.boolean(),
  fileName: z.string(),
  columns: z.array(z.string()),
  /** The first rows of a dry run's file, cut, so that people see what they map; kept until the same member tries another file. */
  sample: z.array(z.array(z.string())),
  mapping: importMapping,
  step: z.string(),
  total: z.number().int(),
  processed: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  errors: z.array(importError),
  /** How many errors there are in all; `errors` lists the first of them. */
  errorCount: z.number().int(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof importView>;
