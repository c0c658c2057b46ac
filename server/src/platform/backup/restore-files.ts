import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileKey, FileStore } from '../storage/index.js';
import type { BackupFile } from './format.js';

/** Puts the files of a backup back into the store, one after the other; and takes them away again when nothing is restored after all. */
export class RestoringFiles {
  /** What was not in the store before: a bucket may hold the very files that were backed up. */
  private readonly added: FileKey[] = [];
  private restored = 0;
  private allBytes = 0;
  private folder: string | null = null;
  private under: { readonly head: BackupFile; readonly path: string; readonly handle: FileHandle } | null = null;
  private hash = createHash('sha256');
  private bytes = 0;

  constructor(private readonly store: FileStore) {}

  get count(): number {
    return this.restored;
  }

  get total(): number {
    return this.allBytes;
  }

  /** From now on it is of this file that something comes. */
  async begin(head: BackupFile): Promise<void> {
    await this.end();
    this.folder ??= await mkdtemp(join(tmpdir(), 'polku-restore-'));
    const path = join(this.folder, randomUUID());
    this.under = { head, path, handle: await open(path, 'wx', 0o600) };
    this.hash = createHash('sha256');
    this.bytes = 0;
  }

  async take(chunk: Buffer): Promise<void> {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    this.allBytes += chunk.length;
    await this.under?.handle.writeFile(chunk);
  }

  /** The file has come to its end. */
  async end(): Promise<void> {
    if (!this.under) return;
    const { head, path, handle } = this.under;
    this.under = null;
    await handle.close();
    const key = { organisation: head.organisation, id: head.file };
    const before = await this.store.get(key);
    if (before) before.destroy();
    else this.added.push(key);
    this.restored += 1;
    await this.store.put(key, { path, bytes: this.bytes, sha256: this.hash.digest('hex') });
    await rm(path);
  }

  /** Takes away what has been put into the store. */
  async undo(): Promise<void> {
    for (const key of this.added) await this.store.delete(key);
  }

  async close(): Promise<void> {
    await this.under?.handle.close();
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }
}
