import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a value must be, as the OpenAPI document says it. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Something that can be asked of Polku. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  /** The body's media type and shape, where it takes one. */
  readonly body: { readonly type: string; readonly schema: Schema } | null;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation of the document. */
export function readOperations(): Operation[] {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'openapi.json'), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  );
}

function operationOf(method: string, path: string, { operationId, parameters = [], requestBody }: Described): Operation {
  const [content] = Object.entries(requestBody?.content ?? {});
  return {
    id: operationId,
    method,
    path,
    query: parameters.filter((it) => it.in === 'query'),
    body: content ? { type: content[0], schema: content[1].schema } : null,
  };
}
