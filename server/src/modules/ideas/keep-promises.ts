import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventLog } from '../../platform/outbox/index.js';
import { type DueTimer, Timers } from '../../platform/timers/index.js';
import { whereItWas } from '../../workflow/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { IdeasRepository } from './ideas.repository.js';
import { MoveIdea } from './move-idea.js';

/** What happens to ideas by itself: a broken promise is said, and a parked idea comes back on its day. */
@Injectable()
export class KeepPromises implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly ideas: IdeasRepository,
    private readonly pathways: PathwaysRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly moving: MoveIdea,
    private readonly events: EventLog,
  ) {}

  onModuleInit(): void {
    this.timers.handle('step-due', (timer) => this.sayOverdue(timer));
    this.timers.handle('park-return', (timer) => this.bringBack(timer));
  }

  private async sayOverdue({ subject, due }: DueTimer): Promise<void> {
    const idea = await this.ideas.lock({ id: subject });
    if (!idea || idea.due?.getTime() !== due.getTime()) return;
    await this.events.record({
      kind: 'step-overdue',
      idea,
      member: null,
      from: idea.step,
      to: idea.step,
      data: { due: due.toISOString() },
    });
  }

  private async bringBack({ organisation, subject }: DueTimer): Promise<void> {
    const idea = await this.ideas.lock({ id: subject });
    if (!idea || idea.returnOn === null) return;
    const tenant = await this.organisations.tenant(organisation);
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const to = whereItWas(definition, idea);
    if (to === null) return;
    await this.moving.take(idea, { actor: null, as: ['clock'] }, tenant, { to });
  }
}
