import { Injectable } from '@nestjs/common';
import { LiveBus } from '../../platform/live/index.js';
import { SessionsRepository } from './sessions.repository.js';

/** Ends sessions: their next request is refused, and their live streams close in every process. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly bus: LiveBus,
  ) {}

  /** Ends one; false when the person has none with this id. */
  async end(person: string, session: string): Promise<boolean> {
    return (await this.announced(this.sessions.end(person, { only: session }))) > 0;
  }

  /** Ends all but one. */
  async endOthers(person: string, session: string): Promise<void> {
    await this.announced(this.sessions.end(person, { except: session }));
  }

  /** Ends all; gives how many there were. */
  endAll(person: string): Promise<number> {
    return this.announced(this.sessions.end(person));
  }

  private async announced(ending: Promise<string[]>): Promise<number> {
    const ended = await ending;
    for (const endedSession of ended) await this.bus.announce({ endedSession });
    return ended.length;
  }
}
