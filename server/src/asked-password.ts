import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { ConfigError } from './platform/config/index.js';

/** A password, and whether somebody chose it or it has to be shown. */
export interface AskedPassword {
  readonly password: string;
  readonly isMade: boolean;
}

const SHORTEST = 12;

/** The password on standard input; without one it is made. @throws ConfigError when it is too short. */
export async function askedPassword(): Promise<AskedPassword> {
  const given = process.stdin.isTTY ? '' : (await text(process.stdin)).trim();
  if (given !== '' && given.length < SHORTEST) {
    throw new ConfigError(`The password on standard input must have at least ${SHORTEST} characters.`);
  }
  return { password: given || randomBytes(SHORTEST).toString('base64url'), isMade: given === '' };
}

/** A line that shows a password that was made. */
export function shown(password: string): string {
  return `Password (shown only now): ${password}`;
}
