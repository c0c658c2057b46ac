import { Injectable } from '@nestjs/common';
import type { EventKind } from '#contracts';
import type { EntityManager } from '../database/index.js';
import type { QueueName } from '../queues/index.js';
import type { DomainEvent } from './domain-event.js';

/** Something kept up to date in the transaction that publishes a batch of one organisation. */
export interface Projection {
  apply(events: readonly DomainEvent[], manager: EntityManager): Promise<void>;
}

/** Who wants to hear of events once they have their place in the published order. */
@Injectable()
export class Subscriptions {
  private readonly queues = new Map<EventKind, QueueName>();
  readonly projections: Projection[] = [];

  /** Events of these kinds become jobs `{organisation, events}` of the queue, many in one. */
  toQueue(queue: QueueName, kinds: readonly EventKind[]): void {
    for (const kind of kinds) this.queues.set(kind, queue);
  }

  /** Keeps a projection. */
  project(projection: Projection): void {
    this.projections.push(projection);
  }

  /** The queue that handles events of this kind, or null. */
  queueOf(kind: EventKind): QueueName | null {
    return this.queues.get(kind) ?? null;
  }
}
