import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Response } from 'express';
import type { LiveChange } from '#contracts';
import { Clock } from '../clock/index.js';
import { CONFIG, type Limits, type RunningConfig } from '../config/index.js';
import { DataSource, rowsOf, UnitOfWork } from '../database/index.js';
import { ProblemError } from '../http/index.js';
import { LiveBus, type LiveMessage } from '../live/index.js';
import { Outage } from '../logging/index.js';
import { type DomainEvent, EVENT_COLUMNS, eventOf, type EventRow } from '../outbox/index.js';
import { Metrics } from '../metrics/index.js';
import type { Actor, Visitor } from '../tenancy/index.js';

/** How many missed events are sent again; who missed more is told to load again. */
export const MOST_MISSED = 1_000;
const BATCH = 500;
const HEARTBEAT = 15_000;
/** A session may be ended by a process that no channel joins to this one, as by a command beside the embedded database. */
const RECHECK = 5_000;
const LOST_MESSAGE_CHECK = 2_000;
/** Bytes that a slow reader may leave unread before its stream is closed; it resumes where it was. */
const MOST_UNREAD = 1_000_000;
/** What changes where an idea stands: on which step, or where in its column. */
const STANDS: ReadonlySet<string> = new Set(['idea-moved', 'idea-submitted', 'idea-imported', 'idea-placed']);

interface Stream {
  readonly response: Response;
  readonly actor: Actor;
  readonly session: string;
  place: bigint;
}

interface Feed {
  readonly streams: Set<Stream>;
  place: bigint;
  /** What happens to this feed happens one after the other. */
  queue: Promise<void>;
  pumping: boolean;
}

/** Says something beside what happens to the browser of one member; it has no place, so nothing is resumed after it. */
export type Telling = (event: string, dataFor: (member: string) => unknown) => void;

/** Sends what happens in an organisation to the browsers that follow it, in published order and without a gap. */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap {
  private readonly outage = new Outage(new Logger(LiveStreams.name), 'Live streams could not be fed');
  private readonly feeds = new Map<string, Feed>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly greetings: ((organisation: string, tell: Telling) => void)[] = [];
  private stopListening: (() => void) | null = null;
  private readonly limits: Limits;
  private readonly openOf = new Map<string, number>();
  private open = 0;
  private isClosing = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly bus: LiveBus,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    @Inject(CONFIG) { limits }: RunningConfig,
  ) {
    this.limits = limits;
  }

  onApplicationBootstrap(): void {
    this.metrics.gauge('polku_live_streams_open', 'Live streams that are open in this process.', () => this.open);
    this.stopListening = this.bus.listen((message) => this.hear(message));
    this.every(HEARTBEAT, () => this.beat());
    this.every(RECHECK, () => void this.closeEnded().catch((error: unknown) => this.complain(error)));
    // A message between processes may be lost; the place tells.
    this.every(LOST_MESSAGE_CHECK, () => {
      for (const organisation of this.feeds.keys()) this.pump(organisation);
    });
  }

  /** Calls `greet` for each stream that begins, to tell it what is so now; what comes to be so is told by `tellAll`. */
  greet(greet: (organisation: string, tell: Telling) => void): void {
    this.greetings.push(greet);
  }

  /** The organisations that somebody follows in this process. */
  followed(): ReadonlySet<string> {
    return new Set(this.feeds.keys());
  }

  /** Tells all who follow an organisation in this process; `dataFor` a member may be null: nothing to say. */
  tellAll(organisation: string, ...[event, dataFor]: Parameters<Telling>): void {
    for (const stream of this.feeds.get(organisation)?.streams ?? []) this.whisper(stream, event, dataFor);
  }

  /** Ends all streams, so that the server can drain; their browsers come back to the next server. */
  closeAll(): void {
    this.isClosing = true;
    this.stopListening?.();
    for (const timer of this.timers) clearInterval(timer);
    for (const { streams } of this.feeds.values()) for (const stream of streams) stream.response.end();
    this.feeds.clear();
  }

  /** Opens a stream for a member, after a published place if one is given. @throws ProblemError 503 or 429 when there are too many. */
  async follow(actor: Actor, { person, session }: Visitor, after: bigint | null, response: Response): Promise<void> {
    if (this.isClosing) throw restarting();
    this.admit(person, response);
    const organisation = actor.organisation.id;
    const head = await this.headOf(organisation);
    if (response.destroyed) return;
    // It may have begun meanwhile, and nobody would end this stream any more.
    if (this.isClosing) throw restarting();
    const stream: Stream = { response, actor, session, place: head };
    const feed = this.feedOf(organisation, head);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
      Connection: 'keep-alive',
    });
    response.on('close', () => {
      feed.streams.delete(stream);
      if (feed.streams.size === 0 && this.feeds.get(organisation) === feed) this.feeds.delete(organisation);
    });
    feed.queue = feed.queue.then(() => this.join(feed, stream, after)).catch((error: unknown) => this.drop(stream, error));
    await feed.queue;
  }

  /** Counts a stream from now until it closes, so that many that ask at once are counted too. */
  private admit(person: string, response: Response): void {
    if (this.open >= this.limits.streams) {
      throw new ProblemError(503, 'busy', 'Too many live streams are open; the page keeps working and tries again.', { retryAfter: 10 });
    }
    const limit = this.limits.streamsPerPerson;
    const own = this.openOf.get(person) ?? 0;
    if (own >= limit) {
      const detail = `You have ${limit} live streams open already; the page keeps working. Close some windows.`;
      throw new ProblemError(429, 'too-many-streams', detail, { retryAfter: 30, limit });
    }
    this.open += 1;
    this.openOf.set(person, own + 1);
    response.on('close', () => {
      this.open -= 1;
      const left = (this.openOf.get(person) ?? 1) - 1;
      if (left > 0) this.openOf.set(person, left);
      else this.openOf.delete(person);
    });
  }

  private async join(feed: Feed, stream: Stream, after: bigint | null): Promise<void> {
    const organisation = stream.actor.organisation.id;
    if (stream.response.destroyed) return;
    if (after === null || after > feed.place) {
      stream.place = feed.place;
      send(stream, 'ready', { place: feed.place.toString() }, feed.place);
    } else {
      const missed = await this.read(organisation, after, MOST_MISSED + 1);
      if (missed.length > MOST_MISSED) {
        stream.place = feed.place;
        send(stream, 'reset', { place: feed.place.toString() }, feed.place);
      } else {
        stream.place = after;
        send(stream, 'ready', { place: after.toString() }, after);
        for (const event of missed) if ((event.place ?? 0n) <= feed.place) this.tell(stream, event);
      }
    }
    feed.streams.add(stream);
    for (const greet of this.greetings) greet(organisation, (event, dataFor) => this.whisper(stream, event, dataFor));
    this.pump(organisation);
  }

  private hear(message: LiveMessage): void {
    if ('endedSession' in message) this.end((stream) => stream.session === message.endedSession);
    else if ('notified' in message) {
      const members = new Set(message.notified);
      for (const stream of this.feeds.get(message.organisation)?.streams ?? []) {
        if (members.has(stream.actor.member)) send(stream, 'notified', {}, null);
      }
    } else if ('place' in message) this.pump(message.organisation);
  }

  private whisper(stream: Stream, ...[event, dataFor]: Parameters<Telling>): void {
    const data = dataFor(stream.actor.member);
    if (data !== null) send(stream, event, data, null);
  }

  /** Reads what is new and sends it; calls during a round make one further round. */
  private pump(organisation: string): void {
    const feed = this.feeds.get(organisation);
    if (!feed || feed.pumping) return;
    feed.pumping = true;
    feed.queue = feed.queue
      .then(async () => {
        feed.pumping = false;
        for (;;) {
          const events = await this.read(organisation, feed.place, BATCH);
          for (const event of events) {
            for (const stream of feed.streams) this.tell(stream, event);
            feed.place = event.place ?? feed.place;
          }
          if (events.length < BATCH) {
            this.outage.worked();
            return;
          }
        }
      })
      .catch((error: unknown) => this.complain(error));
  }

  private tell(stream: Stream, event: DomainEvent): void {
    if (event.place === null || event.place <= stream.place) return;
    stream.place = event.place;
    const stands = STANDS.has(event.kind);
    const change: LiveChange = {
      place: event.place.toString(),
      kind: event.kind,
      number: event.idea.number,
      at: event.at.toISOString(),
      from: stands ? event.from : null,
      to: stands ? event.to : null,
      version: event.idea.version,
      own: event.member === stream.actor.member,
    };
    send(stream, 'change', change, event.place);
    if (stream.response.writableLength > MOST_UNREAD) stream.response.destroy();
  }

  private read(organisation: string, after: bigint, limit: number): Promise<DomainEvent[]> {
    return this.work.run(organisation, async () =>
      rowsOf<EventRow>(
        await this.work.manager.query(
          `select ${EVENT_COLUMNS} from app.domain_event where organisation_id = $1 and place > $2 order by place limit $3`,
          [organisation, after.toString(), limit],
        ),
      ).map(eventOf),
    );
  }

  private async headOf(organisation: string): Promise<bigint> {
    const [head] = rowsOf<{ place: string }>(
      await this.dataSource.query(`select place from app.relay_head where organisation_id = $1`, [organisation]),
    );
    return BigInt(head?.place ?? 0);
  }

  private feedOf(organisation: string, head: bigint): Feed {
    const known = this.feeds.get(organisation);
    if (known) return known;
    const feed: Feed = { streams: new Set(), place: head, queue: Promise.resolve(), pumping: false };
    this.feeds.set(organisation, feed);
    return feed;
  }

  private beat(): void {
    for (const { streams } of this.feeds.values()) for (const stream of streams) stream.response.write(': still here\n\n');
  }

  private async closeEnded(): Promise<void> {
    const sessions = [...this.feeds.values()].flatMap(({ streams }) => [...streams].map((stream) => stream.session));
    if (sessions.length === 0) return;
    const alive = rowsOf<{ id: string }>(
      await this.dataSource.query(`select id from app.session where id = any($1::uuid[]) and expires_at > $2`, [
        sessions,
        this.clock.now(),
      ]),
    );
    const ids = new Set(alive.map((row) => row.id));
    const ended = new Set(sessions.filter((session) => !ids.has(session)));
    // A stream that began while this was asked for was not asked about.
    this.end((stream) => ended.has(stream.session));
  }

  private end(which: (stream: Stream) => boolean): void {
    for (const { streams } of this.feeds.values()) {
      for (const stream of streams) {
        if (!which(stream)) continue;
        send(stream, 'signed-out', {}, null);
        stream.response.end();
      }
    }
  }

  private drop(stream: Stream, error: unknown): void {
    this.complain(error);
    stream.response.destroy();
  }

  private complain(error: unknown): void {
    this.outage.failed(error);
  }

  private every(milliseconds: number, act: () => void): void {
    const timer = setInterval(act, milliseconds);
    timer.unref();
    this.timers.push(timer);
  }
}

function restarting(): ProblemError {
  return new ProblemError(503, 'busy', 'This server is being restarted; the page tries again.', { retryAfter: 1 });
}

function send(stream: Stream, event: string, data: unknown, place: bigint | null): void {
  if (stream.response.writableEnded) return;
  stream.response.write(`${place === null ? '' : `id: ${place}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
