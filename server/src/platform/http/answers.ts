import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from '#contracts';

const MEANINGS: Record<number, string> = {
  400: 'Unreadable',
  401: 'Not signed in',
  403: 'Your role may never use this route',
  404: 'Does not exist, or must not be known to exist',
  409: 'The state refuses, or the version is old',
  413: 'Too large',
  422: 'Understood but invalid',
  429: 'Too many requests',
};

/** Schemas that the document's answers refer to by name. */
export const SHARED_SCHEMAS = { Problem: schemaOf(problem) };

/** Describes a route's answer for OpenAPI: the status and shape of success, and the problems that may come instead. */
export function Answers(status: number, shape: z.ZodType | null, ...problems: readonly number[]): MethodDecorator {
  const success = shape ? ApiResponse({ status, schema: schemaOf(shape) }) : ApiResponse({ status, description: 'Done; no content.' });
  return applyDecorators(
    success,
    ...problems.map((code) =>
      ApiResponse({
        status: code,
        description: MEANINGS[code] ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}

function schemaOf(shape: z.ZodType): object {
  return z.toJSONSchema(shape, { target: 'openapi-3.0', io: 'output', unrepresentable: 'any' });
}
