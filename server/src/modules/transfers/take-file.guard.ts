import { type CanActivate, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { lastValueFrom, of } from 'rxjs';
import { LIMITS } from '#contracts';

const UPLOAD = { limits: { fileSize: LIMITS.importFile, files: 1, fields: 20, fieldSize: 100_000 }, defParamCharset: 'utf8' };
const Upload = FileInterceptor('file', UPLOAD);

/**
 * Reads the form with its file before anything else looks at the request: an `Idempotency-Key` stands for all that was sent, and
 * a form can be read only once, however often the work on it is tried. After the access guard, so that strangers upload nothing.
 */
@Injectable()
export class TakeFile implements CanActivate {
  private readonly upload: NestInterceptor = new Upload();

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await lastValueFrom(await this.upload.intercept(context, { handle: () => of(null) }));
    return true;
  }
}
