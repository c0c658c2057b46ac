import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { loadConfig } from '../config/index.js';
import type { FileStore, LocalFile } from './file-store.js';
import { storeFor } from './store-for.js';

const KEYS = { S3_BUCKET: 'polku', S3_ACCESS_KEY: 'an-access-key', S3_SECRET_KEY: 'a secret/key+', S3_REGION: 'eu-north-1' };

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** The signature (AWS Signature Version 4) that a request must have, worked out without the library under test. */
function signatureOf(request: IncomingMessage): string {
  const [, scope = '', signed = ''] = /Credential=[^/]+\/([^,]+), *SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '') ?? [];
  const [date = '', region = '', service = ''] = scope.split('/');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), signed, request.headers['x-amz-content-sha256']].join('\n');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['aws4_request'].reduce(hmac, hmac(hmac(hmac(`AWS4${KEYS.S3_SECRET_KEY}`, date), region), service));
  return hmac(key, text).toString('hex');
}

/** As much of an S3 store as is asked for: it lets in what is signed and what is whole. */
function bucket(): Server {
  const kept = new Map<string, Buffer>();
  return createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? '';
      const isSigned = request.headers.authorization?.endsWith(`Signature=${signatureOf(request)}`) === true;
      const isWhole = sha256(body) === request.headers['x-amz-content-sha256'] && request.headers['transfer-encoding'] === undefined;
      if (!isSigned || !isWhole || !path.startsWith('/polku/')) return response.writeHead(403).end();
      if (request.method === 'PUT') kept.set(path, body);
      if (request.method === 'DELETE') kept.delete(path);
      const found = kept.get(path);
      if (request.method === 'GET') return response.writeHead(found ? 200 : 404).end(found);
      return response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    });
  });
}

let folder: string;
let server: Server;
let endpoint: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polku-store-'));
  server = bucket();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

const fileOf = (content: Buffer): LocalFile => {
  const path = join(folder, randomUUID());
  writeFileSync(path, content);
  return { path, bytes: content.length, sha256: sha256(content) };
};
const newKey = () => ({ organisation: randomUUID(), id: randomUUID() });
const content = async (store: FileStore, key: ReturnType<typeof newKey>) => {
  const stream = await store.get(key);
  return stream && buffer(stream);
};
const stores: Record<string, () => FileStore> = {
  'a folder': () => storeFor(loadConfig({ POLKU_DATA: folder })),
  'a bucket': () => storeFor(loadConfig({ POLKU_DATA: folder, S3_ENDPOINT: endpoint, ...KEYS })),
};

describe.each(Object.keys(stores))('%s', (name) => {
  it('keeps files byte for byte, replaces them, and takes them away', async () => {
    const store = stores[name]?.() as FileStore;
    const [key, one, two] = [newKey(), Buffer.from([0, 1, 2, 255, 13, 10]), Buffer.alloc(3_000_000, 'ą')];
    expect(await content(store, key)).toBeNull();
    await store.put(key, fileOf(one));
    expect((await content(store, key))?.equals(one)).toBe(true);
    await store.put(key, fileOf(two));
    expect((await content(store, key))?.equals(two)).toBe(true);
    await store.delete(key);
    await store.delete(key);
    expect(await content(store, key)).toBeNull();
  });

  it('is asked for ids only', async () => {
    const store = stores[name]?.() as FileStore;
    for (const id of ['..', '../secret', 'a/b', '']) await expect(store.get({ ...newKey(), id })).rejects.toThrow('ids only');
  });
});

describe('a bucket', () => {
  it('that does not know the key, or is not there, fails and says so', async () => {
    const wrong = storeFor(loadConfig({ S3_ENDPOINT: endpoint, ...KEYS, S3_SECRET_KEY: 'another' }));
    await expect(wrong.put(newKey(), fileOf(Buffer.from('a')))).rejects.toThrow('answered 403 to PUT');
    await expect(wrong.get(newKey())).rejects.toThrow('answered 403 to GET');
    const nowhere = storeFor(loadConfig({ S3_ENDPOINT: 'http://127.0.0.1:1', ...KEYS }));
    await expect(nowhere.get(newKey())).rejects.toThrow();
  });

  it('is named wholly or not at all', () => {
    expect(loadConfig({}).s3).toBeNull();
    expect(() => loadConfig({ S3_ENDPOINT: endpoint, S3_BUCKET: 'polku' })).toThrow('S3_ACCESS_KEY is missing');
    expect(() => loadConfig({ ...KEYS, S3_ENDPOINT: 'ftp://a' })).toThrow('S3_ENDPOINT must be an address');
  });
});

it('a folder is for its owner’s eyes', async () => {
  const key = newKey();
  await stores['a folder']?.().put(key, fileOf(Buffer.from('a')));
  expect(statSync(join(folder, 'files', key.organisation, key.id)).mode & 0o777).toBe(0o600);
});
