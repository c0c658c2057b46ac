import type { LiveChange, LivePresence, LiveStart } from '#contracts';

/** What a stream tells. */
export interface LiveListener {
  /** The stream is open from this place on. */
  opened(place: string): void;
  /** Too much was missed: load again what is shown. */
  missed(place: string): void;
  changed(change: LiveChange): void;
  /** The person was told something new. */
  notified(): void;
  /** Who looks at which idea, or what has changed of that. */
  looking(presence: LivePresence): void;
  /** The connection is gone; it is being made again. */
  broken(): void;
  /** The session has ended. */
  signedOut(): void;
}

const waits = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/**
 * One stream of server-sent events. The browser reconnects by itself and says where it was (`Last-Event-ID`);
 * where it gives up (an answer that is no stream), the stream is opened anew after the last place.
 */
export class LiveStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    private readonly address: string,
    private readonly listener: LiveListener,
    /** The last place that is known; the stream goes on after it. */
    private place: string | null,
  ) {
    this.open();
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
  }

  /** Tries at once, as when the network is back. */
  retry(): void {
    if (this.source?.readyState === EventSource.OPEN) return;
    this.close();
    this.open();
  }

  private open(): void {
    const after = this.place === null ? '' : `?after=${encodeURIComponent(this.place)}`;
    const source = new EventSource(this.address + after);
    this.source = source;
    this.on<LiveStart>(source, 'ready', ({ place }) => {
      this.failures = 0;
      this.place = place;
      this.listener.opened(place);
    });
    this.on<LiveStart>(source, 'reset', ({ place }) => {
      this.failures = 0;
      this.place = place;
      this.listener.missed(place);
    });
    this.on<LiveChange>(source, 'change', (change) => {
      this.place = change.place;
      this.listener.changed(change);
    });
    source.addEventListener('notified', () => this.listener.notified());
    this.on<LivePresence>(source, 'presence', (presence) => this.listener.looking(presence));
    source.addEventListener('signed-out', () => {
      this.close();
      this.listener.signedOut();
    });
    source.addEventListener('error', () => {
      this.listener.broken();
      if (source.readyState === EventSource.CLOSED) this.reopenLater();
    });
  }

  private reopenLater(): void {
    const wait = waits[Math.min(this.failures, waits.length - 1)] ?? 30_000;
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), wait);
  }

  private on<T>(source: EventSource, name: string, tell: (data: T) => void): void {
    source.addEventListener(name, (event: MessageEvent<string>) => tell(JSON.parse(event.data) as T));
  }
}
