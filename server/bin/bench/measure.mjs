// What all measurements share: requests over kept connections, and loops of clients that count.
import { Agent, request } from 'node:http';

/** Sends requests to one address over connections that are kept, as browsers do. */
export class Sender {
  constructor(base, connections) {
    this.base = new URL(base);
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Gives status, text and headers of the answer. */
  send(method, path, { cookie, body, headers = {} } = {}) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.agent,
          host: this.base.hostname,
          port: this.base.port,
          method,
          path,
          headers: {
            ...(cookie && { cookie }),
            ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...headers,
          },
        },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }));
        },
      );
      asked.on('error', reject);
      asked.end(text);
    });
  }

  /** The answer's JSON. @throws for a status other than 2xx. */
  async json(method, path, options) {
    const { status, bytes } = await this.send(method, path, options);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${bytes.toString().slice(0, 300)}`);
    return bytes.length === 0 ? null : JSON.parse(bytes.toString());
  }

  close() {
    this.agent.destroy();
  }
}

/** Lets so many clients do something over and over for so long; says how often a second, and how long each took (ms). */
export async function pace(clients, seconds, act) {
  const times = [];
  const from = performance.now();
  const until = from + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const began = performance.now();
        await act(client, turn);
        times.push(performance.now() - began);
      }
    }),
  );
  return { perSecond: times.length / ((performance.now() - from) / 1_000), ...spread(times) };
}

/** Does something so many times, one after the other. */
export async function inTurn(rounds, act, warmUp = 20) {
  for (let round = 0; round < warmUp; round += 1) await act(round);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await act(round);
    times.push(performance.now() - began);
  }
  return spread(times);
}

/** Median and 95th percentile. */
export function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return { count: sorted.length, median: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)] };
}

const PATIENCE = 10 * 60_000;

/** Waits until a condition holds, and gives what it gave. @throws what it said last, once it has been waited for long enough. */
export async function until(condition, pause = 50) {
  const end = performance.now() + PATIENCE;
  let last = 'it was never so';
  while (performance.now() < end) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`Waited in vain: ${last}`);
}
