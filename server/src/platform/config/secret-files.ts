import { readFileSync } from 'node:fs';
import { codeOf } from './secret.js';
import { ConfigError } from './start-error.js';

/** Settings that may hold a secret: each can also be given as the name of a file that holds it. An empty file gives nothing, where that may be. */
const SECRETS = {
  DATABASE_URL: 'needed',
  POLKU_SECRET: 'needed',
  REDIS_URL: 'optional',
  SMTP_URL: 'optional',
  S3_ACCESS_KEY: 'optional',
  S3_SECRET_KEY: 'optional',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what the files of `DATABASE_URL_FILE`, `POLKU_SECRET_FILE` and the like hold.
 * @throws ConfigError when a file cannot be read or is empty, or the setting is given in both ways.
 */
export function withSecretFiles(env: Environment): Environment {
  const found: Record<string, string> = {};
  for (const [name, need] of Object.entries(SECRETS)) {
    const file = env[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (env[name]?.trim()) throw new ConfigError(`The settings ${name} and ${name}_FILE exclude each other: give one of them.`);
    const content = contentOf(file, `${name}_FILE`);
    if (content === '' && need === 'needed') throw new ConfigError(`The setting ${name}_FILE must name a file that is not empty.`);
    found[name] = content;
  }
  return { ...env, ...found };
}

function contentOf(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`The setting ${setting} must name a file that can be read (${codeOf(error)}).`);
  }
}
