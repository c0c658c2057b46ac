import { get, type IncomingMessage } from 'node:http';

/** A change as a stream told it. */
export interface Heard {
  readonly place: string;
  readonly kind: string;
  readonly number: number;
  readonly version: number;
}

/** A browser's stream: when it ends it is opened again, from the last place on. */
export class Follower {
  readonly heard: Heard[] = [];
  /** Answers that were no stream, and connections that broke before there was one. */
  readonly failures: string[] = [];
  /** How often it was opened. */
  opened = 0;
  private readonly url: string;
  private readonly cookie: string;
  private lastId: string | null = null;
  private isOver = false;
  private response: IncomingMessage | null = null;

  constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
    this.open();
  }

  /** Ends it. */
  close(): void {
    this.isOver = true;
    this.response?.destroy();
  }

  private open(): void {
    const headers = { Cookie: this.cookie, ...(this.lastId === null ? {} : { 'Last-Event-ID': this.lastId }) };
    get(`${this.url}/api/v1/organisations/aleksandrow/live`, { headers, agent: false }, (response) => this.read(response)).on(
      'error',
      (error) => this.again(error.message),
    );
  }

  private read(response: IncomingMessage): void {
    if (response.statusCode !== 200) {
      response.resume();
      this.again(`answered ${response.statusCode}`);
      return;
    }
    this.opened += 1;
    this.response = response;
    let unread = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const events = `${unread}${chunk}`.split('\n\n');
      unread = events.pop() ?? '';
      for (const event of events) this.hear(event);
    });
    response.on('error', () => undefined);
    response.on('close', () => this.again(null));
  }

  private hear(text: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
    const id = field('id');
    if (id !== undefined) this.lastId = id;
    const event = field('event');
    if (event === 'reset') this.failures.push('was told to load everything again');
    if (event === 'change') this.heard.push(JSON.parse(field('data') ?? '') as Heard);
  }

  private again(failure: string | null): void {
    if (this.isOver) return;
    if (failure !== null) this.failures.push(failure);
    setTimeout(() => this.open(), failure === null ? 0 : 100);
  }
}
