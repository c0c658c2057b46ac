import fc from 'fast-check';
import type { Schema } from './operations.js';

/** JSON as it is sent: written out, because not all that can be sent can be held (duplicate keys, endless numbers). */
type Written = fc.Arbitrary<string>;

const DATES = ['2026-03-02', '2026-03-31', '2026-02-29', '0000-01-01', '9999-12-31', '2026-13-45', '2026-03-02T10:00:00Z'];
const nest = (open: string, close: string) => `${open.repeat(1_000)}1${close.repeat(1_000)}`;

/** Texts that have broken programs before. */
export const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eedoc\u2066',
  'e\u0301\u0327\u0301'.repeat(40),
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'שלום مرحبا',
  '__proto__',
  'constructor',
  'NaN',
  '-Infinity',
  '1e309',
  'null',
  'true',
  '0x10',
  '٣',
  "'; drop table app.idea; --",
  '%00',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '\\u0000',
  'İıſß',
  'x'.repeat(20_001),
];

/** Values of no use to anybody, whatever is asked for. */
const ODD_JSON = [
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '""',
  '-0',
  '-1',
  '0.5',
  '1e400',
  '-1e400',
  '1e-400',
  '2147483648',
  '9007199254740993',
  '123456789012345678901234567890',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{"a":1}}}',
  '{"length":1,"0":"a"}',
  '{"toString":null}',
  nest('[', ']'),
  nest('{"a":', '}'),
  ...ODD_TEXTS.map((it) => JSON.stringify(it)),
];

/** What only the running installation knows. */
export interface Known {
  readonly numbers: readonly number[];
  readonly members: readonly string[];
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

/** This once in so many times, else `otherwise`. */
export function onceIn<T, U>(times: number, rare: fc.Arbitrary<T>, otherwise: U): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 1, arbitrary: rare }, { weight: times - 1, arbitrary: fc.constant(otherwise) });
}

/** A value that fits, nineteen times of twenty; else one that does not. */
export function valueOf(schema: Schema, known: Known): Written {
  return fc.oneof(
    { weight: 19, arbitrary: fitting(schema, known) },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...ODD_JSON), beyond(schema)) },
  );
}

function fitting(schema: Schema, known: Known): Written {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((it) => valueOf(it, known)));
  if (schema.enum) return fc.constantFrom(...schema.enum.map((it) => JSON.stringify(it)));
  if (schema.type === 'object') return fittingObject(schema, known);
  if (schema.type === 'array') {
    const [minLength, maxLength] = [schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 4)];
    return fc.array(valueOf(schema.items ?? {}, known), { minLength, maxLength }).map((items) => `[${items.join()}]`);
  }
  if (schema.type === 'boolean') return fc.constantFrom('true', 'false');
  if (schema.type === 'string') return fittingText(schema, known).map((it) => JSON.stringify(it));
  if (schema.type === 'integer' || schema.type === 'number') return fittingNumber(schema, known);
  return fc.json({ maxDepth: 2 });
}

function fittingNumber({ type, minimum = 0, maximum = 1_000_000 }: Schema, { numbers }: Known): Written {
  const small = fc.integer({ min: Math.ceil(minimum), max: Math.max(Math.ceil(minimum), Math.min(maximum, Math.ceil(minimum) + 5)) });
  const any = type === 'integer' ? small : fc.double({ min: minimum, max: maximum, noNaN: true });
  return fc.oneof(small, any, fc.constantFrom(minimum, maximum, ...numbers)).map(String);
}

function fittingText({ format, pattern, minLength = 0, maxLength = 200 }: Schema, { ids, members }: Known): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...members), fc.constantFrom(...ids), fc.uuid());
  if (format === 'date') return fc.constantFrom(...DATES);
  if (format === 'email') return fc.constantFrom('maja@aleksandrow.example', 'nobody@nowhere.example', 'ą@ę.example');
  if (pattern?.includes('[A-Z]{3}')) return fc.constantFrom('PLN', 'EUR');
  const written = fc.string({ unit: 'grapheme', minLength: Math.min(minLength, maxLength), maxLength: Math.min(maxLength, 60) });
  return fc.oneof(
    written,
    fc.constantFrom('parked', 'explore-idea', 'running', 'concluded', 'scale', 'A bench', ...ODD_TEXTS.slice(0, 12)),
  );
}

/** At its limits and just beyond them. */
function beyond({ minimum, maximum, maxLength, maxItems }: Schema): Written {
  const written = [
    ...(minimum === undefined ? [] : [`${minimum}`, `${minimum - 1}`]),
    ...(maximum === undefined ? [] : [`${maximum}`, `${maximum + 1}`]),
    ...(maxLength === undefined
      ? []
      : ['x'.repeat(maxLength), '😀'.repeat(maxLength), 'x'.repeat(maxLength + 1)].map((it) => JSON.stringify(it))),
    ...(maxItems === undefined
      ? []
      : [
          `[${Array(maxItems + 1)
            .fill('"x"')
            .join()}]`,
        ]),
  ];
  return fc.constantFrom('null', ...written);
}

function fittingObject({ properties = {}, required = [] }: Schema, known: Known): Written {
  const fields = Object.entries(properties).map(([name, schema]) =>
    fc
      .tuple(fc.integer({ min: 0, max: required.includes(name) ? 29 : 1 }), valueOf(schema, known))
      .map(([left, value]) => (left === 0 ? null : `${JSON.stringify(name)}:${value}`)),
  );
  const odd = fc.constantFrom('"__proto__":{}', '"constructor":1', '"":1', '"other":1', '"title":"a","title":"b"', '"\\u0000":1');
  return fc
    .tuple(fc.tuple(...fields), onceIn(15, odd, null))
    .map(([kept, more]) => `{${[...kept, more].filter((it) => it !== null).join()}}`);
}
