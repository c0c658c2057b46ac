import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '../../platform/database/index.js';
import { type DomainEvent, type Projection, Subscriptions } from '../../platform/outbox/index.js';

/** Keeps how many ideas stand on each step, in the published order: one writer an organisation, so nobody waits. */
@Injectable()
export class CountColumns implements Projection, OnModuleInit {
  constructor(private readonly subscriptions: Subscriptions) {}

  onModuleInit(): void {
    this.subscriptions.project(this);
  }

  async apply(events: readonly DomainEvent[], manager: EntityManager): Promise<void> {
    const changes = new Map<string, { organisation: string; pathway: string; step: string; change: number }>();
    const count = (event: DomainEvent, step: string | null, change: number) => {
      const pathway = event.data['pathway'];
      if (step === null || typeof pathway !== 'string') return;
      const key = `${pathway} ${step}`;
      const known = changes.get(key);
      changes.set(key, { organisation: event.organisation, pathway, step, change: (known?.change ?? 0) + change });
    };
    for (const event of events) {
      if (event.kind === 'idea-moved') count(event, event.from, -1);
      if (event.kind === 'idea-moved' || event.kind === 'idea-submitted' || event.kind === 'idea-imported') count(event, event.to, 1);
    }
    const real = [...changes.values()].filter(({ change }) => change !== 0);
    if (real.length === 0) return;
    await manager.query(
      `insert into app.column_count (organisation_id, pathway, step, total)
       select organisation, pathway, step, change from jsonb_to_recordset($1::jsonb) as c(organisation uuid, pathway text, step text, change int)
       on conflict (organisation_id, pathway, step) do update set total = app.column_count.total + excluded.total`,
      [JSON.stringify(real)],
    );
  }
}
