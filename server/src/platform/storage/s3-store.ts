import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Settings } from '../config/index.js';
import { FileStore, type FileKey, type LocalFile, pathOf } from './file-store.js';

/** Milliseconds until the store has begun to answer, and for a file to have come there. */
const PATIENCE = 30_000;
const PATIENCE_WITH_FILE = 300_000;
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Of what is sent. */
  readonly sha256?: string;
  readonly body?: Blob;
}

/** Keeps files in a bucket of an S3 store, asked by path (`endpoint/bucket/key`) as every such store understands it. */
export class S3Store extends FileStore {
  constructor(private readonly settings: S3Settings) {
    super();
  }

  async put(key: FileKey, { path, sha256 }: LocalFile): Promise<void> {
    // Read from the disk as it is sent; unlike a stream it has a length, which S3 asks for.
    const body = await openAsBlob(path, { type: 'application/octet-stream' });
    await this.ask(key, { method: 'PUT', sha256, body });
  }

  async get(key: FileKey): Promise<Readable | null> {
    const { status, body } = await this.ask(key, { method: 'GET' });
    return status === 404 || body === null ? null : Readable.fromWeb(body as ReadableStream<Uint8Array>);
  }

  async delete(key: FileKey): Promise<void> {
    await this.ask(key, { method: 'DELETE' });
  }

  /** @throws for every answer but success and 404 */
  private async ask(key: FileKey, { method, sha256 = NOTHING, body }: Asked): Promise<Response> {
    const { endpoint, bucket, region, accessKey, secretKey } = this.settings;
    const signer = new AwsV4Signer({
      method,
      url: `${endpoint.replace(/\/$/, '')}/${bucket}/${pathOf(key)}`,
      headers: { 'X-Amz-Content-Sha256': sha256 },
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
    });
    const { url, headers } = await signer.sign();
    const response = await this.send(url, { method, headers, ...(body && { body }), redirect: 'error' });
    if (response.ok) {
      if (method !== 'GET') await response.body?.cancel();
      return response;
    }
    await response.body?.cancel();
    if (response.status === 404 && method !== 'PUT') return response;
    throw new Error(`The file store answered ${response.status} to ${method}.`);
  }

  /** The wait ends with the answer's head: a file may be read for as long as its reader takes. */
  private async send(url: URL, request: RequestInit): Promise<Response> {
    const given = new AbortController();
    const patience = setTimeout(
      () => given.abort(new Error('The file store does not answer.')),
      request.body ? PATIENCE_WITH_FILE : PATIENCE,
    );
    try {
      return await fetch(url, { ...request, signal: given.signal });
    } finally {
      clearTimeout(patience);
    }
  }
}
