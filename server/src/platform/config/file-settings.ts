import { z } from 'zod';
import { ConfigError } from './start-error.js';

/** A bucket of an S3 store. */
export interface S3Settings {
  /** Address without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A program that reads a file from its standard input and ends with 0 where there is nothing against it. */
export interface Scanner {
  readonly command: string;
  readonly args: readonly string[];
  /** Milliseconds that it may take. */
  readonly patience: number;
}

const NAMES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

/** The settings of the environment. */
export const fileSettings = {
  S3_ENDPOINT: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: 'must be an address that starts with http:// or https://',
    })
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'must be the name of a bucket' })
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  POLKU_SCANNER: z.string().optional(),
  POLKU_SCANNER_PATIENCE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error: 'must be a number of seconds from 1 to 999' })
    .transform(Number)
    .default(60),
};

type Given = z.infer<z.ZodObject<typeof fileSettings>>;

/** The bucket that was named. @throws ConfigError when only a part of it was */
export function s3Of(settings: Given): S3Settings | null {
  const missing = NAMES.filter((name) => settings[name] === undefined);
  if (missing.length === NAMES.length) return null;
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_REGION: region } = settings;
  if (!endpoint || !bucket || !accessKey || !secretKey) {
    throw new ConfigError(
      `The setting ${String(missing[0])} is missing: files are kept in a bucket only with ${NAMES.join(', ')} together.`,
    );
  }
  return { endpoint, bucket, region, accessKey, secretKey };
}

/** The scanner that was named: its words are a program and what it is given, and no shell reads them. */
export function scannerOf({ POLKU_SCANNER: line, POLKU_SCANNER_PATIENCE: seconds }: Given): Scanner | null {
  const [command, ...args] = line?.split(/\s+/) ?? [];
  return command === undefined ? null : { command, args, patience: seconds * 1_000 };
}
