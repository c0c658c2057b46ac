import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { CONFIG, type RunningConfig } from '../config/index.js';
import type { LocalFile } from './file-store.js';

const A_DAY = 86_400_000;
// Tabulator, line feed, form feed and carriage return stand in texts; the other control characters do not.
const IN_TEXTS = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** A file that has come in. */
export interface IncomingFile extends LocalFile {
  /** Whether no byte of it is a control character that texts do not have. */
  readonly looksLikeText: boolean;
}

/** What came was longer than it may be. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
}

/** Takes files in, to the disk as they come: none is ever held in memory. */
@Injectable()
export class IncomingFiles implements OnApplicationBootstrap {
  private readonly logger = new Logger(IncomingFiles.name);
  private readonly folder: string;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) { dataFolder }: RunningConfig,
  ) {
    this.folder = join(dataFolder, 'incoming');
  }

  /** What a process that broke off has left behind goes. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      for (const name of await readdir(this.folder)) {
        const path = join(this.folder, name);
        const { mtimeMs } = await stat(path);
        if (this.clock.now().getTime() - mtimeMs > A_DAY) await rm(path, { force: true });
      }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') this.logger.warn(`Files that were left behind could not be taken away: ${message}`);
    }
  }

  /** Takes a file in; the caller gives it away again with `forget`. @throws TooManyBytes, and what the source throws */
  async take(source: Readable, mostBytes: number): Promise<IncomingFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let [bytes, looksLikeText] = [0, true];
    // The source outlives a refusal: who sends still has to hear it.
    const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    const look = async function* () {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > mostBytes) throw new TooManyBytes();
        hash.update(chunk);
        looksLikeText &&= chunk.every((byte) => byte >= 0x20 || IN_TEXTS.has(byte));
        yield chunk;
      }
    };
    try {
      await pipeline(look, createWriteStream(path, { mode: 0o600 }));
      return { path, bytes, sha256: hash.digest('hex'), looksLikeText };
    } catch (error) {
      await this.forget({ path });
      throw error;
    }
  }

  /** Takes a file away that has come in. */
  async forget({ path }: Pick<LocalFile, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }
}
