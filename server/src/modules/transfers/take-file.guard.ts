import { type CanActivate, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { lastValueFrom, of } from 'rxjs';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import type { PolkuRequest } from '../../platform/http/index.js';
import { FORM_LIMITS, formFault } from './form-faults.js';

/**
 * Reads the form with its file before anything else looks at the request: an `Idempotency-Key` stands for all that was sent, and
 * a form can be read only once, however often the work on it is tried. After the access guard, so that strangers upload nothing.
 */
@Injectable()
export class TakeFile implements CanActivate {
  private readonly upload: NestInterceptor;
  private readonly most: number;

  constructor(@Inject(CONFIG) { limits }: RunningConfig) {
    this.most = limits.importBytes;
    const limited = { limits: { fileSize: this.most, files: 1, ...FORM_LIMITS }, defParamCharset: 'utf8' };
    this.upload = new (FileInterceptor('file', limited))();
  }

  /** @throws Invalid, or a problem that says the form cannot be read. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PolkuRequest>();
    try {
      await lastValueFrom(await this.upload.intercept(context, { handle: () => of(null) }));
    } catch (error) {
      throw formFault(error, request.destroyed && !request.complete, this.most);
    }
    return true;
  }
}
