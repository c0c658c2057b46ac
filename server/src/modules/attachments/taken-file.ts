import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PolkuRequest } from '../../platform/http/index.js';

/** A file that lies in the store and is attached to nothing yet. */
export interface TakenFile {
  /** Of the file and of the attachment that it becomes. */
  readonly id: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Says that it is attached; otherwise it is deleted again when the request ends. */
  keep(): void;
}

/** What the guard leaves on a request. */
export interface TakingRequest extends PolkuRequest {
  taken?: TakenFile;
}

/** The file that came as the body; undefined where the request is refused for another reason anyway. */
export const Taken = createParamDecorator(
  (_: unknown, context: ExecutionContext): TakenFile | undefined => context.switchToHttp().getRequest<TakingRequest>().taken,
);
