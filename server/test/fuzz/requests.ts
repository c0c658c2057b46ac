import fc from 'fast-check';
import type { Operation, Schema } from './operations.js';
import { type Known, ODD_TEXTS, onceIn, valueOf } from './values.js';

/** Who asks: people of one organisation, of another, and nobody in two ways. */
export const ASKERS = ['maja', 'hanna', 'oskar', 'piotr', 'sanna', 'elin', 'nobody', 'forged'] as const;

/** A request as it goes over the wire. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly asker: (typeof ASKERS)[number];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const BAD_SEGMENTS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '99999999999999999999',
  'NaN',
  '%00',
  '%E0%A4%A',
  '%ff',
  '..%2f..',
  '__proto__',
  'constructor',
  '%F0%9F%98%80',
  'a'.repeat(5_000),
  "'",
];
const TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;charset=latin1',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  '',
  ';;;',
  'application/json, text/html',
  'application/vnd.api+json',
];
const HEADERS: readonly Record<string, string>[] = [
  { 'if-none-match': '*' },
  { 'if-none-match': 'W/"\u00ff"' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'again' },
  { 'idempotency-key': 'x'.repeat(5_000) },
  { 'idempotency-key': "\u00ff'\u0080" },
  { 'accept-language': 'xx-'.repeat(500) },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'nonsense' },
  { 'last-event-id': '-1' },
  { origin: 'null' },
  { origin: 'https://elsewhere.example' },
  { accept: 'image/png' },
];
const RAW = [
  '',
  '{',
  '{"title":',
  '[1,2',
  'null',
  '"text"',
  '{"a":01}',
  "{'a':1}",
  '\ufeff{}',
  '{}{}',
  '{"a":NaN}',
  '[]',
  '['.repeat(50_000),
].map((it) => Buffer.from(it));
const RAW_BYTES = [
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('{"title":"x"}', 'utf16le'),
  Buffer.from([0, 1, 2, 255]),
];
const FILE = 'application/octet-stream';
/** The beginnings of what a file may be, and nothing after them. */
const FILES = [
  ...RAW_BYTES,
  ...[
    'A text.',
    '',
    '<svg/>',
    '%PDF-1.7',
    'PK\u0003\u0004',
    'GIF89a',
    'RIFF\u0000\u0000\u0000\u0000WEBP',
    '\u0000\u0000\u0000\u0018ftypavif',
    'II*\u0000',
  ].map((it) => Buffer.from(it, 'latin1')),
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Buffer.from('ffd8ffe0', 'hex'),
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.from(`504b0304${'ff'.repeat(60)}`, 'hex'),
];
const HUGE = Buffer.from(`{"title":"${'x'.repeat(1_200_000)}"}`);

/** Requests of every operation: mostly such as could succeed, with one or more things broken. */
export function requestsOf(operations: readonly Operation[], known: Known): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...operations).chain((operation) =>
    fc
      .record({
        asker: fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom('maja', 'hanna', 'oskar') },
          { weight: 2, arbitrary: fc.constantFrom(...ASKERS) },
        ),
        path: pathOf(operation, known),
        query: queryOf(operation, known),
        headers: onceIn(5, fc.constantFrom(...HEADERS), {}),
        type: onceIn(15, fc.constantFrom(...TYPES), null),
        body: bodyOf(operation, known),
      })
      .map(({ asker, path, query, headers, type, body }): FuzzRequest => ({
        operation,
        asker,
        path: `${path}${query}`,
        headers: { ...(body && { 'content-type': type ?? typeOf(operation) }), ...headers },
        body,
      })),
  );
}

function typeOf({ body }: Operation): string {
  if (body?.type === FILE) return FILE;
  return body?.type === 'multipart/form-data' ? 'multipart/form-data; boundary=b' : 'application/json';
}

function pathOf({ path }: Operation, { numbers, members, ids }: Known): fc.Arbitrary<string> {
  const real: Record<string, readonly string[]> = {
    organisation: ['aleksandrow'],
    number: numbers.map(String),
    member: members,
    pathway: ['helsingborg'],
    step: ['submitted', 'explore-idea', 'pilot'],
  };
  const parts = path.split('/').map((part) => {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(real[name] ?? ids)) },
      { weight: 1, arbitrary: fc.constantFrom('lindvik', '999', ...BAD_SEGMENTS) },
    );
  });
  return fc.tuple(...parts).map((it) => it.join('/'));
}

function queryOf({ query }: Operation, known: Known): fc.Arbitrary<string> {
  const cursors = fc.oneof(
    fc.constantFrom('', 'e30', 'W10', 'WzFd', 'WyJcdTAwMDAiLDFd', 'WzFlNDAwLG51bGxd', ...known.cursors),
    tampered(known.cursors),
  );
  const one = ({ name, schema }: { name: string; schema: Schema }) =>
    fc
      .tuple(name === 'cursor' ? cursors : valueOf(schema, known).map(unquoted), fc.integer({ min: 0, max: 3 }))
      .map(([value, left]) => (left > 1 ? '' : `&${name}=${encoded(value)}`));
  const odd = fc.constantFrom('&other=1', '&__proto__=1', '&limit=1&limit=2', '&q[]=1', '&%E0%A4%A', '&=&&', '&cursor=%00');
  return fc.tuple(fc.tuple(...query.map(one)), onceIn(10, odd, '')).map(([kept, more]) => `?${kept.join('')}${more}`);
}

function tampered(cursors: readonly string[]): fc.Arbitrary<string> {
  const json = fc.constantFrom(...cursors, 'W10').map((it) => Buffer.from(it, 'base64url').toString());
  return fc.tuple(json, fc.constantFrom(...ODD_TEXTS, '1', '-1', '1e400'), fc.nat(40)).map(([text, odd, at]) =>
    Buffer.from(text.slice(0, at) + odd + text.slice(at + 1))
      .toString('base64url')
      .slice(0, 600),
  );
}

function unquoted(written: string): string {
  return written.startsWith('"') ? String(JSON.parse(written)) : written;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 8_000);
}

function bodyOf(operation: Operation, known: Known): fc.Arbitrary<Buffer | null> {
  if (!operation.body) return onceIn(20, fc.constantFrom(...RAW), null);
  const { schema, type } = operation.body;
  if (type === FILE)
    return fc.oneof(
      fc.constantFrom(...FILES),
      fc.uint8Array({ maxLength: 2_000 }).map((it) => Buffer.from(it)),
    );
  const fits = operation.body.type === 'multipart/form-data' ? formOf(schema, known) : valueOf(schema, known).map((it) => Buffer.from(it));
  return fc.oneof(
    { weight: 24, arbitrary: fits },
    { weight: 2, arbitrary: fc.constantFrom(...RAW, ...RAW_BYTES) },
    { weight: 1, arbitrary: fc.constantFrom(null, HUGE) },
  );
}

function formOf({ properties = {} }: Schema, known: Known): fc.Arbitrary<Buffer> {
  const fields = Object.entries(properties).map(([name, schema]) =>
    valueOf(schema, known).map((it) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${unquoted(it)}\r\n`),
  );
  const file = fc.constantFrom(
    'title,need\r\nA bench,Nobody can sit.\r\n',
    '',
    '\u0000',
    '"',
    'title\r\n"',
    'ą;ę\r\n',
    `title,need\r\n${'x,y\r\n'.repeat(2_000)}`,
  );
  const end = fc.constantFrom('--b--\r\n', '--b--\r\n', '--b--\r\n', '', '--b', '\r\n--c--');
  return fc
    .tuple(
      fc.subarray(fields).chain((some) => fc.tuple(...some)),
      file,
      end,
    )
    .map(([kept, text, last]) =>
      Buffer.from(
        `${kept.join('')}--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n${last}`,
      ),
    );
}
