import { Agent, request } from 'node:http';
import type { FuzzRequest } from './requests.js';

/** An answer, or the reason why there is none. */
export interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly took: number;
}

const PATIENCE = 15_000;

/** Sends requests as they are: nothing is put right on the way. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly url: string) {}

  send({ operation, path, headers, body }: FuzzRequest, cookie: string): Promise<FuzzAnswer> {
    const started = performance.now();
    return new Promise((resolve) => {
      const done = (status: number, type: string, text: string) => resolve({ status, type, text, took: performance.now() - started });
      const length = body ? { 'content-length': String(body.length) } : {};
      const sent = request(
        this.url,
        { agent: this.agent, method: operation.method, path, headers: { ...headers, ...length, cookie } },
        (response) => {
          const type = response.headers['content-type'] ?? '';
          const status = response.statusCode ?? 0;
          if (type.startsWith('text/event-stream')) {
            // A live stream never ends by itself: its head is enough.
            done(status, type, '');
            sent.destroy();
            return;
          }
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(status, type, Buffer.concat(chunks).toString()));
          response.on('close', () => response.complete || done(0, type, `cut off after ${status}`));
        },
      );
      sent.setTimeout(PATIENCE, () => sent.destroy(new Error('no answer')));
      sent.on('error', (error) => done(0, '', error.message));
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
