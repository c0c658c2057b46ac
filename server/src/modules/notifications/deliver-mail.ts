import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AddressRefused, Mail } from '../../platform/mail/index.js';
import { idsIn, JobHandlers, jobsOver, type NewJob } from '../../platform/queues/index.js';
import { isOneOf } from '../../workflow/index.js';
import { MembersRepository, OrganisationsRepository } from '../organisations/index.js';
import { PathwaysRepository } from '../pathways/index.js';
import { DeliveriesRepository, type OpenDelivery } from './deliveries.repository.js';
import { letterOf, type Relation } from './mail-letter.js';
import { membersIn } from './recipients.js';
import { linkOf } from './told.js';

const A_MINUTE = 60_000;
const LONGEST_PATIENCE = 6 * 60 * A_MINUTE;

/** How many mails one job sends: a slow mail server keeps no more of them waiting behind one another. */
const MAILS_IN_A_JOB = 10;

/** The jobs that send these mails. */
export function mailJobs(organisation: string, deliveries: readonly string[]): NewJob[] {
  return jobsOver(organisation, 'deliveries', deliveries, MAILS_IN_A_JOB);
}

/** How long a mail waits that has failed so many times, in milliseconds: 1, 2, 4 … minutes, at most 6 hours. */
export function patienceAfter(attempts: number): number {
  return Math.min(2 ** (attempts - 1) * A_MINUTE, LONGEST_PATIENCE);
}

/** Sends the mail of a notification. Attempted at least once, always under the same Message-ID. */
@Injectable()
export class DeliverMail implements OnModuleInit {
  private readonly logger = new Logger(DeliverMail.name);
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
    this.handlers.handle('deliver', async (job) => {
      // Each in a transaction of its own: a crash repeats one mail, not all of them.
      for (const delivery of idsIn(job, 'deliveries')) await this.deliver(job.organisation, delivery);
    });
  }

  /** Sends it unless it is sent. What the mail server said against it, and when it is tried again, is kept with it. */
  deliver(organisation: string, id: string): Promise<void> {
    return this.work.run(organisation, async () => {
      // Held while it is sent, so that a repeat of the job does not send it beside this one.
      const delivery = await this.deliveries.hold(id);
      if (delivery) await this.attempt(organisation, delivery);
    });
  }

  private async attempt(organisation: string, delivery: OpenDelivery): Promise<void> {
    const [[recipient], tenant] = await Promise.all([this.members.recipients([delivery.member]), this.organisations.tenant(organisation)]);
    if (!recipient) {
      await this.deliveries.end(delivery.id, { state: 'refused', error: 'The member has no address any more.' });
      return;
    }
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
      const said = error instanceof Error ? error.message : String(error);
      if (error instanceof AddressRefused) await this.deliveries.end(delivery.id, { state: 'refused', error: said });
      else await this.putOff(delivery, said);
      return;
    }
    await this.deliveries.end(delivery.id, { state: 'sent', at: this.clock.now() });
  }

  private async putOff({ id, attempts }: OpenDelivery, error: string): Promise<void> {
    const retryAt = new Date(this.clock.now().getTime() + patienceAfter(attempts + 1));
    await this.deliveries.end(id, { state: 'queued', error, retryAt });
    // What the mail server said may name a person: it stands in the row, not in the log.
    this.logger.warn(`The mail ${id} could not be sent at attempt ${attempts + 1}; it is tried again at ${retryAt.toISOString()}.`);
  }
}

function relationOf(delivery: OpenDelivery): Relation {
  const { kind, member, submitter, owner, inTeam } = delivery;
  if (kind === 'scorecards-in') return member === delivery.data['decider'] ? 'decider' : 'stand-in';
  if (kind === 'panel-asked') return 'panel';
  if (kind.startsWith('decision-')) return deciding(delivery) ?? dutyOf(delivery);
  if (kind === 'decided' && member === delivery.data['actingFor']) return 'former-decider';
  if (kind.startsWith('follow-up-')) return member === delivery.data['owner'] ? 'rollout-owner' : dutyOf(delivery);
  if (kind === 'experiment-late' && isOneOf(delivery.roles, ['hub'])) return dutyOf(delivery);
  if (kind.startsWith('experiment-')) return member === owner ? 'owner' : inTeam ? 'team' : 'idea-decider';
  if (kind === 'acknowledged' || (member === submitter && kind !== 'step-overdue')) return 'submitter';
  if (member === owner) return 'owner';
  return inTeam && kind !== 'step-overdue' ? 'team' : 'hub';
}

/** What somebody is to a decision; null: the hub, or an administrator. */
function deciding({ kind, member, data }: OpenDelivery): Relation | null {
  if (member === data['decider']) return 'decider';
  if (member === data['former']) return 'former-decider';
  if (member === data['delegate'] || kind === 'decision-covered') return 'stand-in';
  if (membersIn(data, 'panel').includes(member)) return 'panel';
  return member === data['manager'] ? 'manager' : null;
}

function dutyOf({ roles }: Pick<OpenDelivery, 'roles'>): Relation {
  return roles.includes('hub') ? 'hub' : 'admin';
}
