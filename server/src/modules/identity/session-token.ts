import { createHash, randomBytes } from 'node:crypto';

/** A new token: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** How long a session lasts, in milliseconds: 14 days. */
export const SESSION_LENGTH = 14 * 86_400_000;

/** The cookie that carries the token: bound to the host where https allows it. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-polku' : 'polku';
}

/** Reads the token from a `Cookie` header. */
export function readToken(header: string | undefined, secure: boolean): string | null {
  const prefix = `${cookieName(secure)}=`;
  const part = header
    ?.split(';')
    .map((it) => it.trim())
    .find((it) => it.startsWith(prefix));
  return part ? part.slice(prefix.length) : null;
}
