export * from './audit.js';
export * from './chain.js';
export * from './domain-event.js';
export * from './event-log.js';
export * from './outbox.module.js';
export * from './published-order.js';
export * from './relay.js';
export * from './subscriptions.js';
