/** Event sources that a test opens, breaks and feeds. */
export class FakeEventSource {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static all: FakeEventSource[] = [];

  readyState = FakeEventSource.CONNECTING;
  private readonly listeners = new Map<string, ((event: { data: string }) => void)[]>();

  constructor(readonly url: string) {
    FakeEventSource.all.push(this);
  }

  static get open(): FakeEventSource[] {
    return FakeEventSource.all.filter((it) => it.readyState !== FakeEventSource.CLOSED);
  }

  addEventListener(name: string, listener: (event: { data: string }) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  send(name: string, data: unknown = {}): void {
    this.readyState = FakeEventSource.OPEN;
    for (const listener of this.listeners.get(name) ?? []) listener({ data: JSON.stringify(data) });
  }

  /** The connection breaks: the browser connects again by itself, or gives up. */
  breaks(how: 'for a while' | 'for good'): void {
    this.readyState = how === 'for good' ? FakeEventSource.CLOSED : FakeEventSource.CONNECTING;
    for (const listener of this.listeners.get('error') ?? []) listener({ data: '' });
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
}

/** Tabs of one browser: what one posts the others hear. */
export class FakeChannel {
  static all: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    FakeChannel.all.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.all) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }

  close(): void {
    FakeChannel.all = FakeChannel.all.filter((it) => it !== this);
  }
}

/** Locks of one browser: granted one after the other. */
export class FakeLocks {
  private readonly tails = new Map<string, Promise<unknown>>();

  request(name: string, options: { signal: AbortSignal }, run: () => Promise<unknown>): Promise<unknown> {
    const turn = (this.tails.get(name) ?? Promise.resolve()).then(() => (options.signal.aborted ? undefined : run()));
    this.tails.set(name, turn);
    return turn;
  }
}
