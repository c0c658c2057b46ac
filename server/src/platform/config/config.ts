import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type S3Settings, type Scanner, fileSettings, s3Of, scannerOf } from './file-settings.js';
import { type Limits, limitSettings, limitsOf } from './limits.js';
import { withSecretFiles } from './secret-files.js';
import { ConfigError } from './start-error.js';

/** What a process does: answer requests, run jobs and timers, or both. */
export type ProcessRole = 'web' | 'worker';

/** The story an empty database starts with. */
export type Seed = 'demo' | 'empty' | 'busy';

/** All settings as the operator gave them: read once, validated, never changed. */
export interface Settings {
  readonly port: number;
  /** A name or address to listen on; `localhost` means every loopback address there is. */
  readonly host: string;
  /** Absolute path of the folder for what is kept outside the database (and for the embedded database itself). */
  readonly dataFolder: string;
  readonly seed: Seed;
  readonly roles: ReadonlySet<ProcessRole>;
  /** Connection of the database's owner; null: Polku runs its own PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  /** Where people reach Polku, without a path; null: wherever the request came in. */
  readonly publicUrl: URL | null;
  /** Whose X-Forwarded-* headers count, as Express names them; null: nobody's. */
  readonly trustProxy: readonly string[] | null;
  /** Milliseconds for which a server that is told to stop still takes connections, while /health/ready already says no. */
  readonly drain: number;
  /** Port on which `/metrics` is answered; null: nowhere. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  /** Where traces are sent (OTLP over HTTP); null: there are none. */
  readonly traces: string | null;
  /** Null only when embedded: then `resolveSecret` makes one and keeps it. */
  readonly secret: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** `test` allows what only tests may do, such as moving the clock. */
  readonly mode: 'production' | 'test';
  /** True when Polku runs its own PostgreSQL. */
  readonly embedded: boolean;
  readonly limits: Limits;
  /** The bucket in which files are kept; null: a folder of the data folder. */
  readonly s3: S3Settings | null;
  /** The program that looks at files that come in; null: there is none. */
  readonly scanner: Scanner | null;
  /** Absolute path of the built client's files. */
  readonly clientFolder: string;
}

/** The settings with the secret in hand. */
export interface Config extends Settings {
  readonly secret: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SEEDS = ['demo', 'empty', 'busy'] as const;
const ROLES: readonly ProcessRole[] = ['web', 'worker'];
const SHORTEST_SECRET = 32;

const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values as unknown as readonly [T[number], ...T[number][]], { error: `must be one of ${values.join(', ')}` });

/** An address with a scheme. Its text never appears in a message: it may hold a password. */
const address = (...schemes: readonly string[]) => {
  const expected = schemes.map((scheme) => `${scheme}://`).join(' or ');
  return z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be an address that starts with ${expected}`,
  });
};

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535', abort: true })
  .transform(Number)
  .refine((value) => value <= 65535, { error: 'must be a number from 0 to 65535' });

const roles = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((names) => names.every((name) => (ROLES as readonly string[]).includes(name)), {
    error: 'must be web, worker, or both with a comma between',
  })
  .transform((names): ReadonlySet<ProcessRole> => new Set(ROLES.filter((role) => names.includes(role))));

const TRUSTED = ['loopback', 'linklocal', 'uniquelocal'];

/** A word of Express, an address, or a range of addresses. */
function isTrustable(name: string): boolean {
  if (TRUSTED.includes(name)) return true;
  const [base = '', bits, ...rest] = name.split('/');
  const version = isIP(base);
  return (
    version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

const trustProxy = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((names) => names.every(isTrustable) || names.join() === 'none', {
    error: `must be none, or addresses, ranges, ${TRUSTED.join(', ')} with commas between`,
  })
  .transform((names) => (names.join() === 'none' ? null : names));

const seconds = z
  .string()
  .regex(/^\d{1,3}$/, { error: 'must be a number of seconds from 0 to 300', abort: true })
  .transform(Number)
  .refine((value) => value <= 300, { error: 'must be a number of seconds from 0 to 300' });

const publicUrl = address('http', 'https')
  .transform((text) => new URL(text))
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '', {
    error: 'must be an address without a path, for example https://ideas.example.org',
  });

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('localhost'),
  POLKU_DATA: z.string().optional(),
  POLKU_SEED: choice(SEEDS).optional(),
  POLKU_ROLES: roles.default(new Set(ROLES)),
  DATABASE_URL: address('postgres', 'postgresql').optional(),
  REDIS_URL: address('redis', 'rediss').optional(),
  SMTP_URL: address('smtp', 'smtps').optional(),
  PUBLIC_URL: publicUrl.optional(),
  POLKU_SECRET: z
    .string()
    .min(SHORTEST_SECRET, { error: `must have at least ${SHORTEST_SECRET} characters` })
    .optional(),
  POLKU_LOG: choice(LOG_LEVELS).optional(),
  POLKU_TRUST_PROXY: trustProxy.optional(),
  POLKU_DRAIN: seconds.default(0),
  POLKU_METRICS_PORT: port.optional(),
  POLKU_METRICS_HOST: z.string().default('localhost'),
  OTEL_EXPORTER_OTLP_ENDPOINT: address('http', 'https').optional(),
  POLKU_MODE: choice(['production', 'test']).default('production'),
  ...fileSettings,
  ...limitSettings,
});

/** The folder of the checkout (or image): the nearest one above this file that holds a package.json. */
export function checkoutFolder(from = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new ConfigError('Polku cannot find its own folder: package.json is missing above the program.');
  return checkoutFolder(parent);
}

/**
 * Turns an environment into settings. Pure but for resolving paths against the checkout.
 * @throws ConfigError with one line that names the first wrong setting and what it must be.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, checkout = checkoutFolder()): Settings {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value !== undefined && value !== ''),
  ) as Record<string, string>;
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`The setting ${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}.`);
  }
  const settings = parsed.data;
  const embedded = settings.DATABASE_URL === undefined;
  if (!embedded && settings.POLKU_SECRET === undefined) {
    throw new ConfigError(`The setting POLKU_SECRET is missing: with DATABASE_URL it is required, at least ${SHORTEST_SECRET} characters.`);
  }
  if (embedded && settings.POLKU_ROLES.size < ROLES.length) {
    throw new ConfigError('The setting POLKU_ROLES can be one of web and worker only together with DATABASE_URL.');
  }
  return Object.freeze<Settings>({
    port: settings.PORT,
    host: settings.HOST,
    dataFolder: resolve(checkout, settings.POLKU_DATA ?? '.polku'),
    seed: settings.POLKU_SEED ?? (embedded ? 'demo' : 'empty'),
    roles: settings.POLKU_ROLES,
    databaseUrl: settings.DATABASE_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    publicUrl: settings.PUBLIC_URL ?? null,
    trustProxy: trustedBy(settings),
    drain: settings.POLKU_DRAIN * 1_000,
    metricsPort: settings.POLKU_METRICS_PORT ?? null,
    metricsHost: settings.POLKU_METRICS_HOST,
    traces: settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    secret: settings.POLKU_SECRET ?? null,
    logLevel: settings.POLKU_LOG ?? (embedded ? 'warn' : 'info'),
    mode: settings.POLKU_MODE,
    embedded,
    limits: limitsOf(settings),
    s3: s3Of(settings),
    scanner: scannerOf(settings),
    clientFolder: join(checkout, 'dist', 'client', 'browser'),
  });
}

/** With an address of its own Polku is behind a proxy, on this machine or in the same private network, unless it is said otherwise. */
function trustedBy(settings: z.infer<typeof environment>): readonly string[] | null {
  if (settings.POLKU_TRUST_PROXY !== undefined) return settings.POLKU_TRUST_PROXY;
  return settings.PUBLIC_URL === undefined ? null : ['loopback', 'uniquelocal'];
}

/** Reads the environment of this process: the only place that does. */
export function readConfig(): Settings {
  return loadConfig(withSecretFiles(process.env));
}
