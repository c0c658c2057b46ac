import { readFileSync } from 'node:fs';
import { codeOf } from './secret.js';
import { ConfigError } from './start-error.js';

/** Settings that may hold a secret: each can also be given as the name of a file that holds it. */
const SECRETS = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'POLKU_SECRET'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what the files of `DATABASE_URL_FILE`, `POLKU_SECRET_FILE` and the like hold.
 * @throws ConfigError when a file cannot be read or is empty, or the setting is given in both ways.
 */
export function withSecretFiles(env: Environment): Environment {
  const found: Record<string, string> = {};
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (env[name]?.trim()) throw new ConfigError(`The settings ${name} and ${name}_FILE exclude each other: give one of them.`);
    found[name] = contentOf(file, `${name}_FILE`);
  }
  return { ...env, ...found };
}

function contentOf(file: string, setting: string): string {
  let content: string;
  try {
    content = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`The setting ${setting} must name a file that can be read (${codeOf(error)}).`);
  }
  if (content === '') throw new ConfigError(`The setting ${setting} must name a file that is not empty.`);
  return content;
}
