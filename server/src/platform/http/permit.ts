import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import type { PermissionKey } from '#contracts';
import type { Actor, Visitor } from '../tenancy/index.js';

/** Metadata key under which a route names its row of the permission table. */
export const PERMISSION = 'polku:permission';

/** What the access guard leaves on a request. */
export interface PolkuRequest extends Request {
  visitor?: Visitor;
  actor?: Actor;
  /** The body as it was sent, where it is JSON. */
  rawBody?: Buffer;
  /** What stands for the body where it went to the disk as it came. */
  bodySha256?: string;
  /** The file of a form, where the route takes one. */
  file?: { readonly originalname: string; readonly buffer: Buffer };
}

/** Names the row of the permission table that rules this route; the row is also its `operationId`. */
export const Permit = (key: PermissionKey, summary: string): MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, key), ApiOperation({ operationId: key, summary }));

/** A route that everybody may call, and why that is right. Its row must say `public`. */
export const Public = (key: PermissionKey, reason: string): MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, key), ApiOperation({ operationId: key, summary: reason, security: [] }));

/** Who acts in the organisation of the address. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<PolkuRequest>();
  if (!actor) throw new Error('This route has no organisation in its address.');
  return actor;
});

/** Who is signed in. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<PolkuRequest>();
  if (!visitor) throw new Error('This route is open to people who are not signed in.');
  return visitor;
});
