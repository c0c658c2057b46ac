import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, type FileKey, type LocalFile, pathOf } from './file-store.js';

/** Keeps files in a folder of this machine, readable by its owner only. */
export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: FileKey, { path }: LocalFile): Promise<void> {
    const target = join(this.folder, pathOf(key));
    const unfinished = `${target}.${randomUUID()}`;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path, unfinished);
      await flush(unfinished);
      await rename(unfinished, target);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  async get(key: FileKey): Promise<Readable | null> {
    try {
      const file = await open(join(this.folder, pathOf(key)));
      return file.createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async delete(key: FileKey): Promise<void> {
    await rm(join(this.folder, pathOf(key)), { force: true });
  }
}

/** Until it is on the disk: the database will say that it is there. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}
