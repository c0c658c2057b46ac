import { Injectable } from '@nestjs/common';
import { LiveBus } from '../../platform/live/index.js';

/** Members in one announcement: PostgreSQL's NOTIFY carries 8,000 bytes. */
const ANNOUNCED = 100;

/** Says to browsers which members were told something. */
@Injectable()
export class AnnounceTold {
  constructor(private readonly bus: LiveBus) {}

  async announce(organisation: string, told: readonly string[]): Promise<void> {
    for (let at = 0; at < told.length; at += ANNOUNCED) {
      await this.bus.announce({ organisation, notified: told.slice(at, at + ANNOUNCED) });
    }
  }
}
