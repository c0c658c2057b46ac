import { get, type IncomingMessage } from 'node:http';
import type { LiveChange, LivePresence } from '#contracts';
import type { Actor } from './actors.js';
import { eventually } from './eventually.js';

/** What a stream has said. */
export interface Heard {
  readonly event: string;
  readonly id: string | null;
  readonly data: LiveChange & LivePresence;
}

/** A browser that follows what happens. */
export function follow(url: string, actor: Actor, organisation: string, resume: { lastEventId?: string; after?: string } = {}) {
  const heard: Heard[] = [];
  let response: IncomingMessage | null = null;
  let ended = false;
  const request = get(
    `${url}/api/v1/organisations/${organisation}/live${resume.after === undefined ? '' : `?after=${resume.after}`}`,
    { headers: { Cookie: actor.cookie, ...(resume.lastEventId === undefined ? {} : { 'Last-Event-ID': resume.lastEventId }) } },
    (incoming) => {
      response = incoming;
      let buffer = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        buffer += chunk;
        const blocks = buffer.split('\n\n');
        buffer = blocks.pop() ?? '';
        for (const block of blocks.filter((it) => it.includes('event:'))) {
          const field = (name: string) =>
            block
              .split('\n')
              .find((line) => line.startsWith(`${name}: `))
              ?.slice(name.length + 2) ?? null;
          heard.push({ event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? 'null') });
        }
      });
      incoming.on('end', () => (ended = true));
    },
  );
  request.on('error', () => (ended = true));
  return {
    heard,
    changes: () => heard.filter((it) => it.event === 'change').map((it) => [it.data.kind, it.data.number, it.data.own]),
    status: () => eventually(() => response?.statusCode ?? null),
    ready: () => eventually(() => heard.find((it) => it.event === 'ready' || it.event === 'reset') ?? null),
    ended: () => eventually(() => ended),
    close: () => request.destroy(),
  };
}
