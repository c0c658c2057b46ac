import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LiveBus } from '../../platform/live/index.js';
import { Outage } from '../../platform/logging/index.js';
import { LiveStreams } from '../../platform/stream/index.js';
import { PresenceRepository } from './presence.repository.js';
import { changedIdeas, changesFor, type Lookers, wholeFor } from './presence.view.js';

/** Who was not heard of for a while leaves without a word, and a message between processes may be lost: it is looked at again. */
const AGAIN = 15_000;
/** However many come and go, an organisation is looked at so often at most, in milliseconds. */
const REST = 1_000;

/** Tells live streams who has which idea open: the whole to one that begins, and to all what changes. */
@Injectable()
export class TellWhoLooks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly outage = new Outage(new Logger(TellWhoLooks.name), 'Who looks at ideas could not be told');
  private readonly known = new Map<string, Lookers>();
  /** The organisations at which is looked now, or was a moment ago, and whether to look again after that. */
  private readonly rounds = new Map<string, { again: boolean }>();
  private stopListening: (() => void) | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly presence: PresenceRepository,
    private readonly streams: LiveStreams,
    private readonly bus: LiveBus,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.has('web')) return;
    this.stopListening = this.bus.listen((message) => {
      if ('looking' in message) this.look(message.organisation);
    });
    this.streams.greet((organisation, tell) => {
      const lookers = this.known.get(organisation);
      if (lookers) tell('presence', (member) => wholeFor(lookers, member));
      else this.look(organisation);
    });
    this.timer = setInterval(() => this.lookAgain(), AGAIN).unref();
  }

  beforeApplicationShutdown(): void {
    this.isClosing = true;
    this.stopListening?.();
    clearInterval(this.timer);
  }

  /** Looks again at all organisations that somebody follows here. */
  lookAgain(): void {
    const followed = this.streams.followed();
    for (const organisation of new Set([...followed, ...this.known.keys()])) this.look(organisation);
  }

  /** Looks who is there, and tells what has changed; asked for meanwhile, once more after a rest. */
  private look(organisation: string): void {
    if (this.isClosing || !this.streams.followed().has(organisation)) {
      this.known.delete(organisation);
      return;
    }
    const round = this.rounds.get(organisation);
    if (round) {
      round.again = true;
      return;
    }
    const begun = { again: false };
    this.rounds.set(organisation, begun);
    const rested = (): void => {
      this.rounds.delete(organisation);
      if (begun.again) this.look(organisation);
    };
    void this.tell(organisation)
      .then(
        () => this.outage.worked(),
        (error: unknown) => {
          if (!this.isClosing) this.outage.failed(error);
        },
      )
      .finally(() => setTimeout(rested, REST).unref());
  }

  private async tell(organisation: string): Promise<void> {
    const found = await this.work.run(organisation, () => this.presence.lookers());
    const after: Lookers = Map.groupBy(found, ({ number }) => number);
    const before = this.known.get(organisation);
    this.known.set(organisation, after);
    if (!before) {
      this.streams.tellAll(organisation, 'presence', (member) => wholeFor(after, member));
      return;
    }
    const changed = changedIdeas(before, after);
    if (changed.length > 0) this.streams.tellAll(organisation, 'presence', (member) => changesFor(before, after, changed, member));
  }
}
