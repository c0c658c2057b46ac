import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Subject } from 'rxjs';
import type { LiveChange, LivePresence } from '#contracts';
import { address } from '../api/address';
import { Connection } from '../api/connection';
import { ProblemError } from '../api/problem-error';
import { SessionApi } from '../api/session-api';
import { LiveStream, type LiveListener } from './live-stream';
import { Presence } from './presence';

/** How often to look whether the server is there again, in milliseconds. */
const LOOK = 5_000;

/** Whether what is shown follows the server. */
export type LiveState = 'online' | 'reconnecting' | 'offline';

/** What the tab that holds the stream tells the others. */
type Message =
  | { readonly kind: 'opened' | 'missed' | 'here'; readonly place: string }
  | { readonly kind: 'changed'; readonly change: LiveChange }
  | { readonly kind: 'looking'; readonly presence: LivePresence }
  | { readonly kind: 'notified' | 'broken' | 'signed-out' | 'hello' };

/**
 * What happens elsewhere, as it happens. One stream a browser: the tabs elect the one that holds it (Web Locks), and it tells
 * the others (BroadcastChannel), since browsers allow a host only six connections. Without Web Locks every tab has its own.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly connection = inject(Connection);
  private readonly session = inject(SessionApi);
  private readonly presence = inject(Presence);
  private readonly changeSubject = new Subject<LiveChange>();
  private readonly resetSubject = new Subject<void>();
  private readonly open = signal(true);
  private readonly network = signal(navigator.onLine);
  private readonly tellings = signal(0);
  private channel: BroadcastChannel | undefined;
  private stream: LiveStream | undefined;
  private election: AbortController | undefined;
  private following = '';
  private place: string | null = null;
  private hasOpened = false;

  /** Something happened to an idea. */
  readonly changes = this.changeSubject.asObservable();
  /** Events were missed: load again what is shown. */
  readonly resets = this.resetSubject.asObservable();
  /** Counts how often the person was, or may have been, told something new: each time ask for the notifications again. */
  readonly told = this.tellings.asReadonly();
  readonly state = computed<LiveState>(() => {
    if (!this.network() || !this.connection.reachable()) return 'offline';
    return this.open() ? 'online' : 'reconnecting';
  });

  constructor() {
    addEventListener('offline', () => this.network.set(false));
    addEventListener('online', () => {
      this.network.set(true);
      this.stream?.retry();
      if (!this.connection.reachable()) void this.checkSession();
    });
    // The stream may have stayed open while a request was lost: look whether the server is there, as nobody else may ask.
    effect((onCleanup) => {
      if (this.connection.reachable()) return;
      const timer = setInterval(() => void this.checkSession(), LOOK);
      onCleanup(() => clearInterval(timer));
    });
    // A request got through again: no need to wait for the stream's own next attempt.
    effect(() => {
      if (this.connection.reachable() && !untracked(this.open)) this.stream?.retry();
    });
  }

  /** Follows an organisation as one of its members, and no other. */
  follow(organisation: string, member: string): void {
    const name = `polku.live.${organisation}.${member}`;
    if (name === this.following) return;
    this.stop();
    this.following = name;
    const url = address(organisation, 'live');
    if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') {
      this.lead(url);
      return;
    }
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data);
    this.tell({ kind: 'hello' });
    this.election = new AbortController();
    navigator.locks
      .request(name, { signal: this.election.signal }, () => {
        this.lead(url);
        return new Promise<void>((release) => this.election?.signal.addEventListener('abort', () => release()));
      })
      .catch(() => undefined);
  }

  stop(): void {
    this.election?.abort();
    this.stream?.close();
    this.channel?.close();
    this.election = this.stream = this.channel = undefined;
    this.following = '';
    this.place = null;
    this.hasOpened = false;
    this.presence.forget();
    this.open.set(true);
  }

  private lead(url: string): void {
    this.stream = new LiveStream(url, this.listener(), this.place);
  }

  /** What the stream says is told to the other tabs, and heard here. */
  private listener(): LiveListener {
    const share = (message: Message): void => {
      this.tell(message);
      this.hear(message);
    };
    return {
      opened: (place) => share({ kind: 'opened', place }),
      missed: (place) => share({ kind: 'missed', place }),
      changed: (change) => share({ kind: 'changed', change }),
      notified: () => share({ kind: 'notified' }),
      looking: (presence) => share({ kind: 'looking', presence }),
      signedOut: () => share({ kind: 'signed-out' }),
      broken: () => {
        share({ kind: 'broken' });
        void this.checkSession();
      },
    };
  }

  private tell(message: Message): void {
    this.channel?.postMessage(message);
  }

  private hear(message: Message): void {
    switch (message.kind) {
      case 'hello':
        if (!this.stream || this.place === null) return;
        this.tell({ kind: 'here', place: this.place });
        this.tell({ kind: 'looking', presence: this.presence.whole() });
        return;
      case 'here':
        this.place ??= message.place;
        return;
      case 'opened':
        this.place = message.place;
        this.nowOpen();
        return;
      case 'missed':
        this.place = message.place;
        this.nowOpen();
        this.resetSubject.next();
        return;
      case 'changed':
        this.place = message.change.place;
        this.changeSubject.next(message.change);
        return;
      case 'notified':
        this.tellings.update((count) => count + 1);
        return;
      case 'looking':
        this.presence.hear(message.presence);
        return;
      case 'broken':
        // The next stream begins with the whole.
        this.presence.forget();
        this.open.set(false);
        return;
      case 'signed-out':
        this.connection.noteSignedOut();
    }
  }

  private nowOpen(): void {
    // What the person was told before the stream began, or while it was broken, is not sent.
    if (!untracked(this.open) || !this.hasOpened) this.tellings.update((count) => count + 1);
    this.hasOpened = true;
    this.open.set(true);
    this.connection.noteAnswer();
  }

  // The stream does not say why it broke; that the session has ended is one reason.
  private async checkSession(): Promise<void> {
    try {
      await this.session.read();
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-signed-in') this.connection.noteSignedOut();
    }
  }
}
