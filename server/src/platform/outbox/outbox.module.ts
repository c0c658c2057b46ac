import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';
import { OutboxMetrics } from './outbox-metrics.js';
import { Publisher } from './publish.js';
import { PublishedOrder } from './published-order.js';
import { Relay } from './relay.js';
import { RelayBell } from './relay-bell.js';
import { Subscriptions } from './subscriptions.js';

/** Events: written with what they tell of, handed on by the relay. */
@Global()
@Module({
  providers: [PublishedOrder, EventLog, Publisher, Relay, RelayBell, Subscriptions, OutboxMetrics],
  exports: [PublishedOrder, EventLog, Relay, Subscriptions],
})
export class OutboxModule {}
