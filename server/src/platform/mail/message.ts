/** A mail as far as its readers need it. */
export interface Message {
  /** By name in lower case, decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
}

/** Reads a message (RFC 5322, MIME): its headers, and the first text and HTML parts of whatever lies nested in it. */
export function parseMessage(content: Buffer): Message {
  // Bytes as characters: parts are decoded by the charset that they name.
  const [headers, body] = split(content.toString('latin1'));
  const found = { text: '', html: '' };
  collect(headers, body, found, 0);
  return { headers: new Map([...headers].map(([name, value]) => [name, decodeWords(value)])), ...found };
}

const DEEPEST = 10;

function collect(headers: ReadonlyMap<string, string>, body: string, found: { text: string; html: string }, depth: number): void {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < DEEPEST) {
    const parts = body.split(`--${boundary}`).slice(1);
    for (const part of parts) {
      if (part.startsWith('--')) break;
      collect(...split(part.replace(/^\r?\n/, '').replace(/\r?\n$/, '')), found, depth + 1);
    }
    return;
  }
  const decoded = decodeBody(body, headers.get('content-transfer-encoding') ?? '')
    .toString('utf8')
    .replaceAll('\r\n', '\n');
  if (/^text\/html/i.test(type)) found.html ||= decoded;
  else if (/^text\/plain/i.test(type)) found.text ||= decoded;
}

function split(source: string): [Map<string, string>, string] {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const body = end ? source.slice(end.index + end[0].length) : '';
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return [headers, body];
}

function decodeBody(body: string, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return decodeQuoted(body.replaceAll(/=\r?\n/g, ''));
    default:
      return Buffer.from(body, 'latin1');
  }
}

function decodeQuoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Encoded words (RFC 2047); white space between two of them is no part of the text. */
function decodeWords(value: string): string {
  return value.replaceAll(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1').replaceAll(/(?:=\?utf-8\?([bq])\?([^?]*)\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how, text = '']) =>
      how?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : decodeQuoted(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8');
  });
}
