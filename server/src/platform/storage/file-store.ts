import type { Readable } from 'node:stream';

/** What a file is kept under: ids that the server made, never a name that somebody gave. */
export interface FileKey {
  readonly organisation: string;
  readonly id: string;
}

/** A file on this machine that is to be kept. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: number;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

/** Keeps files outside of the database. */
export abstract class FileStore {
  /** Keeps a copy of a file; it is there wholly or not at all. What was kept under this key is replaced. */
  abstract put(key: FileKey, file: LocalFile): Promise<void>;

  /** The content of a file, or null where there is none. */
  abstract get(key: FileKey): Promise<Readable | null>;

  /** Takes a file away; one that is not there stays away. */
  abstract delete(key: FileKey): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a file lies in its store. @throws for anything but ids */
export function pathOf({ organisation, id }: FileKey): string {
  if (!UUID.test(organisation) || !UUID.test(id)) throw new Error('A file is kept under ids only.');
  return `${organisation}/${id}`;
}
