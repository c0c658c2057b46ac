import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AddressRefused, Mail } from '../../platform/mail/index.js';
import { JobHandlers } from '../../platform/queues/index.js';
import { isOneOf } from '../../workflow/index.js';
import { MembersRepository, OrganisationsRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { DeliveriesRepository, type OpenDelivery } from './deliveries.repository.js';
import { letterOf, type Relation } from './mail-letter.js';
import { linkOf } from './told.js';

/** Sends the mail of a notification. Attempted at least once, always under the same Message-ID. */
@Injectable()
export class DeliverMail implements OnModuleInit {
  private readonly base: string;

  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: DeliveriesRepository,
    private readonly members: MembersRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly pathways: PathwaysRepository,
    private readonly mail: Mail,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    @Inject(CONFIG) config: RunningConfig,
  ) {
    this.base = config.publicUrl?.origin ?? `http://localhost:${config.port}`;
  }

  onModuleInit(): void {
    this.handlers.handle('deliver', ({ organisation, delivery }) => this.deliver(organisation, delivery ?? ''));
  }

  /** Sends it unless it is sent. @throws what the mail server said, so that the job is tried again; the row keeps it too. */
  async deliver(organisation: string, id: string): Promise<void> {
    const failure = await this.work.run(organisation, async () => {
      // Held while it is sent, so that a repeat of the job does not send it beside this one.
      const delivery = await this.deliveries.hold(id);
      return delivery ? this.attempt(organisation, delivery) : null;
    });
    if (failure) throw failure;
  }

  private async attempt(organisation: string, delivery: OpenDelivery): Promise<Error | null> {
    const [recipient] = await this.members.recipients([delivery.member]);
    if (!recipient) {
      await this.deliveries.end(delivery.id, { state: 'refused', error: 'The member has no address any more.' });
      return null;
    }
    const tenant = await this.organisations.tenant(organisation);
    const letter = letterOf({
      id: delivery.id,
      messageId: delivery.messageId,
      told: delivery,
      recipient,
      relation: relationOf(delivery),
      definition: await this.pathways.definition(delivery.pathway, delivery.pathwayVersion),
      timeZone: tenant.timeZone,
      address: `${this.base}${linkOf(delivery, tenant.slug)}`,
    });
    try {
      await this.mail.send(letter);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      const refused = failure instanceof AddressRefused;
      await this.deliveries.end(delivery.id, { state: refused ? 'refused' : 'queued', error: failure.message });
      return refused ? null : failure;
    }
    await this.deliveries.end(delivery.id, { state: 'sent', at: this.clock.now() });
    return null;
  }
}

function relationOf(delivery: OpenDelivery): Relation {
  const { kind, member, submitter, owner, inTeam } = delivery;
  if (kind === 'decision-asked') return 'decider';
  if (kind.startsWith('follow-up-')) return member === delivery.data['owner'] ? 'rollout-owner' : dutyOf(delivery);
  if (kind === 'experiment-late' && isOneOf(delivery.roles, ['hub'])) return dutyOf(delivery);
  if (kind.startsWith('experiment-')) return member === owner ? 'owner' : inTeam ? 'team' : 'idea-decider';
  if (kind === 'acknowledged' || (member === submitter && kind !== 'step-overdue')) return 'submitter';
  if (member === owner) return 'owner';
  return inTeam && kind !== 'step-overdue' ? 'team' : 'hub';
}

function dutyOf({ roles }: Pick<OpenDelivery, 'roles'>): Relation {
  return roles.includes('hub') ? 'hub' : 'admin';
}
