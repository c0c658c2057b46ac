import type { z } from 'zod';
import { ConfigError } from './platform/config/index.js';

/** What was given to a command, as its schema has it. @throws ConfigError that names the first option that is missing or wrong. */
export function checked<Options>(schema: z.ZodType<Options>, values: Readonly<Record<string, unknown>>): Options {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  const option = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new ConfigError(`--${option}: ${values[name] === undefined ? 'is missing' : (issue?.message ?? 'is wrong')}.`);
}
