import { hkdfSync } from 'node:crypto';

/** The first line of a backup: what made it, and what can restore it. */
export interface BackupHead {
  readonly 'polku-backup': 1;
  /** The last migration of the database it was made of. */
  readonly migration: string;
  /** Tells whether a secret is the one that the events are sealed with, and nothing else of it. */
  readonly secret: string;
}

/** The line before rows: of which table they are and, where a table belongs to organisations, of which one. Each row is a line after it. */
export interface BackupPart {
  readonly table: string;
  readonly organisation: string | null;
  readonly columns: readonly string[];
}

/** The line before what a file holds, in lines of its own: base64 of so many bytes each. */
export interface BackupFile {
  readonly file: string;
  readonly organisation: string;
}

/** The last line; without it the file was cut off. */
export interface BackupEnd {
  readonly end: true;
  readonly rows: number;
  readonly files: number;
  /** Of all files together. */
  readonly bytes: number;
}

/** What a secret is recognised by. */
export function fingerprintOf(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'polku backup', 16)).toString('hex');
}
