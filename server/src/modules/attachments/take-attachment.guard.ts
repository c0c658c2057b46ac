import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { v7 as uuid } from 'uuid';
import { addAttachment } from '#contracts';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { Invalid, ProblemError } from '../../platform/http/index.js';
import { FileStore, type IncomingFile, IncomingFiles, TooManyBytes } from '../../platform/storage/index.js';
import { ScanFile } from './scan-file.js';
import { sniffType } from './sniff-type.js';
import type { TakingRequest } from './taken-file.js';
import { UnwantedFiles } from './unwanted-files.js';

const FILE = 'application/octet-stream';

/**
 * Takes the body in as a file, looks at it and stores it: before any transaction begins, for all of that takes its time, and after the access
 * guard, so that strangers upload nothing. What is then not attached is deleted again.
 */
@Injectable()
export class TakeAttachment implements CanActivate {
  private readonly most: number;

  constructor(
    private readonly incoming: IncomingFiles,
    private readonly scanning: ScanFile,
    private readonly store: FileStore,
    private readonly unwanted: UnwantedFiles,
    @Inject(CONFIG) { limits }: RunningConfig,
  ) {
    this.most = limits.attachmentBytes;
  }

  /** @throws Invalid for a file that may not be attached, 413, 415, or 400 for one that broke off. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<TakingRequest>();
    this.refuseByHead(request);
    const named = addAttachment.safeParse(request.query);
    // What is wrong with it is said where every query is checked.
    if (!named.success) return true;
    const file = await this.receive(request);
    try {
      request.bodySha256 = file.sha256;
      await this.keep(request, http.getResponse<Response>(), file, named.data.name);
    } finally {
      await this.incoming.forget(file);
    }
    return true;
  }

  private refuseByHead(request: TakingRequest): void {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    if (type !== FILE || encoding !== 'identity') {
      throw new ProblemError(415, 'unsupported-media-type', `The file is the body, as it is, of the type ${FILE}.`);
    }
    if (Number(request.headers['content-length'] ?? 0) > this.most) throw this.tooLarge();
  }

  private async receive(request: TakingRequest): Promise<IncomingFile> {
    try {
      return await this.incoming.take(request, this.most);
    } catch (error) {
      // The rest is read and thrown away: who still sends does not listen.
      request.resume();
      if (error instanceof TooManyBytes) throw this.tooLarge();
      if (!request.destroyed || request.complete) throw error;
      const message = 'The sending was broken off.';
      throw new ProblemError(400, 'unreadable', message, { fields: [{ path: 'body', code: 'not-readable', message }] });
    }
  }

  private async keep(request: TakingRequest, response: Response, file: IncomingFile, name: string): Promise<void> {
    if (file.bytes === 0) throw Invalid.field('file', 'too-short', 'The file is empty.');
    const type = await sniffType(file, name);
    if (type === null) {
      throw Invalid.field(
        'file',
        'file-type',
        'Pictures, PDF, office documents without macros and plain texts may be attached, by what they hold.',
      );
    }
    await this.scanning.scan(file.path);
    const organisation = request.actor?.organisation.id ?? '';
    const id = uuid();
    await this.unwanted.expect(organisation, id);
    let isKept = false;
    response.once('close', () => {
      if (!isKept) void this.unwanted.drop(organisation, id);
    });
    await this.store.put({ organisation, id }, file);
    const { bytes, sha256 } = file;
    request.taken = { id, type, bytes, sha256, keep: () => (isKept = true) };
  }

  private tooLarge(): ProblemError {
    return new ProblemError(413, 'too-large', `The file is too large: at most ${this.most} bytes.`, { limit: this.most });
  }
}
