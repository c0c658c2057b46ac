import { nameIn, type Parameter, type Route, type Schema } from './api-document.js';

const SOMEBODY = '01990000-0000-7000-8000-000000000001';

/** Words of the town that all examples are from. */
const WORDS: Readonly<Record<string, string>> = {
  email: 'maja@aleksandrow.example',
  password: 'polku-demo',
  title: 'Hooks for bags in the waiting room',
  need: 'People hold their bags on their knees.',
  to: 'explore-idea',
  currency: 'EUR',
  organisation: 'aleksandrow',
  pathway: 'helsingborg',
  step: 'submitted',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-09-01',
  'date-time': '2026-09-01T09:00:00.000Z',
  uuid: SOMEBODY,
  email: 'maja@aleksandrow.example',
};

/** A value of a shape: what must be there and nothing else. @param name the field it is for, which says what word would fit */
export function exampleOf(schema: Schema, shapes: Readonly<Record<string, Schema>>, name = ''): unknown {
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (schema.$ref !== undefined) return exampleOf(shapes[nameIn(schema.$ref)] ?? {}, shapes, name);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (choice) return exampleOf(choice, shapes, name);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, shapes);
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => exampleOf(schema.items ?? {}, shapes, name));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    default:
      return textFor(schema, name);
  }
}

function objectOf(schema: Schema, shapes: Readonly<Record<string, Schema>>): object {
  const fields = Object.entries(schema.properties ?? {});
  const required = fields.filter(([field]) => schema.required?.includes(field));
  // A change names what it changes: where all may be left out, the first one shows how.
  const shown = required.length > 0 ? required : fields.slice(0, 1);
  return Object.fromEntries(shown.map(([field, of]) => [field, exampleOf(of, shapes, field)]));
}

function textFor(schema: Schema, name: string): string {
  const text = FORMATS[schema.format ?? ''] ?? WORDS[name] ?? (schema.pattern === '^[A-Z]{3}$' ? 'EUR' : 'In a few words');
  return text.slice(0, schema.maxLength).padEnd(schema.minLength ?? 0, '.');
}

/** How an operation is called from a shell. `$POLKU` is the address of the installation, `cookies` the file that signing in has written. */
export function curlOf(route: Route, shapes: Readonly<Record<string, Schema>>): string {
  const { method, requestBody } = route;
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const lines = [`curl -b cookies${method === 'GET' ? '' : ` -X ${method}`} "$POLKU${addressOf(route)}"`];
  if (route.operationId === 'sign-in') lines[0] = `curl -c cookies "$POLKU${route.path}"`;
  else if (method !== 'GET' && route.path.includes('{organisation}')) lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (type === 'application/json') {
    const body = JSON.stringify(exampleOf(content?.schema ?? {}, shapes)).replaceAll("'", String.raw`'\''`);
    lines.push(`-H "Content-Type: application/json"`, `-d '${body}'`);
  } else if (type === 'multipart/form-data') {
    lines.push('-F "file=@picture.png"');
  } else if (type !== undefined) {
    lines.push(`-H "Content-Type: ${type}"`, '--data-binary @file');
  }
  return lines.join(' \\\n  ');
}

function addressOf({ path, parameters = [] }: Route): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name, parameters));
  const asked = parameters.filter((it) => it.in === 'query' && it.required).map(({ name }) => `${name}=${valueOf(name, parameters)}`);
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

function valueOf(name: string, parameters: readonly Parameter[]): string {
  const schema = parameters.find((it) => it.name === name)?.schema;
  if (WORDS[name] !== undefined) return WORDS[name];
  if (schema?.type === 'integer') return '1';
  return schema?.enum ? String(schema.enum[0]) : SOMEBODY;
}
