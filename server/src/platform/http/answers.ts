import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import * as contracts from '#contracts';

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

const TO_OPENAPI = { target: 'openapi-3.0', io: 'output', unrepresentable: 'any' } as const;

/** The shapes of the contract by the names they are exported under. In a registry of our own: bodies are still written out where they are. */
const names = z.registry<{ id: string }>();
for (const [name, shape] of Object.entries(contracts)) {
  if (shape instanceof z.ZodObject || shape instanceof z.ZodDiscriminatedUnion) names.add(shape, { id: nameOf(name) });
}

/** The shapes that `used` refers to, and those that they refer to, each written out once under its name. */
export function sharedSchemas(used: unknown): Record<string, object> {
  const { schemas } = z.toJSONSchema(names, { ...TO_OPENAPI, uri: reference });
  const shared = new Map<string, object>();
  const collect = (from: unknown): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      const schema = schemas[name];
      if (schema === undefined || shared.has(name)) continue;
      // Where it stands says what it is called.
      const { $id: _, ...said } = schema;
      shared.set(name, said);
      collect(said);
    }
  };
  collect(used);
  return Object.fromEntries([...shared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Describes a route's answer for OpenAPI: the status and shape of success, and the problems that may come instead. */
export function Answers(status: number, shape: z.ZodType | null, ...problems: readonly number[]): MethodDecorator {
  const success = shape ? ApiResponse({ status, schema: schemaOf(shape) }) : ApiResponse({ status, description: 'Done; no content.' });
  return applyDecorators(success, ...problemAnswers(problems));
}

/** Describes a route that answers with a file. @param type its media type, as `text/csv` */
export function AnswersFile(type: string, ...problems: readonly number[]): MethodDecorator {
  const success = ApiResponse({ status: 200, content: { [type]: { schema: { type: 'string' } } } });
  return applyDecorators(success, ...problemAnswers(problems));
}

function problemAnswers(problems: readonly number[]): MethodDecorator[] {
  return problems.map((code) =>
    ApiResponse({
      status: code,
      description: MEANINGS[code] ?? '',
      content: { 'application/problem+json': { schema: schemaOf(contracts.problem) } },
    }),
  );
}

/** A reference to a shape of the contract; any other shape is written out. */
function schemaOf(shape: z.ZodType): object {
  const name = names.get(shape)?.id;
  return name === undefined ? z.toJSONSchema(shape, TO_OPENAPI) : { $ref: reference(name) };
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

/** `ideaView` is called `IdeaView`. */
function nameOf(exported: string): string {
  return `${exported.charAt(0).toUpperCase()}${exported.slice(1)}`;
}
