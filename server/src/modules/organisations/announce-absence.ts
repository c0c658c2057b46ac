import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AbsenceView, SetAbsence } from '#contracts';
import { Clock, dayOf, startOfDay } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { Timers } from '../../platform/timers/index.js';
import { AbsencesRepository, type AbsenceRow } from './absences.repository.js';
import { MembersRepository } from './members.repository.js';

const DECIDERS = ['hub', 'manager', 'admin'] as const;

/** A member says when they are away and who decides meanwhile, and takes it back. Each has one absence at a time. */
@Injectable()
export class AnnounceAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly absences: AbsencesRepository,
    private readonly members: MembersRepository,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /** The member's own absence, and for whom they decide today. */
  read(actor: Actor): Promise<AbsenceView> {
    return this.work.run(actor.organisation.id, () => this.view(actor));
  }

  /** Announces an absence in the place of the one before. @throws Invalid for days or a delegate that cannot be. */
  set(actor: Actor, input: SetAbsence): Promise<AbsenceView> {
    return this.work.run(actor.organisation.id, async () => {
      const { timeZone } = actor.organisation;
      if (input.until < input.from) throw Invalid.field('until', 'before-start', 'Must not lie before the first day.');
      if (input.until < this.today(actor)) throw Invalid.field('until', 'in-the-past', 'Must not be over already.');
      await this.checkDelegate(actor, input.delegate);
      await this.endLast(actor);
      const now = this.clock.now();
      const row: AbsenceRow = { id: uuid(), member: actor.member, ...input };
      await this.absences.insert(row, now);
      const starts = startOfDay(input.from, timeZone);
      await this.timers.set('absence-start', row.id, starts > now ? starts : now);
      return this.view(actor);
    });
  }

  /** Takes the absence back; nothing happens where there is none. */
  end(actor: Actor): Promise<void> {
    return this.work.run(actor.organisation.id, () => this.endLast(actor));
  }

  private async endLast(actor: Actor): Promise<void> {
    const last = await this.absences.hold(actor.member);
    if (!last) return;
    // Read once the row is held: whoever decides in their place at this moment has then decided before.
    await this.absences.end(last.id, this.clock.now());
    await this.timers.set('absence-start', last.id, null);
  }

  private async checkDelegate(actor: Actor, delegate: string): Promise<void> {
    if (delegate === actor.member) throw Invalid.field('delegate', 'unknown-value', 'Must be somebody else.');
    const member = await this.members.find(delegate);
    if (!member?.roles.some((role) => DECIDERS.some((decider) => decider === role))) {
      throw Invalid.field(
        'delegate',
        'not-a-member',
        'This is no member of the organisation who decides: a manager, the hub or an administrator.',
      );
    }
  }

  private async view(actor: Actor): Promise<AbsenceView> {
    const today = this.today(actor);
    const own = await this.absences.of(actor.member, today);
    const covered = (await this.absences.coveredBy(actor.member, today)).filter(({ delegate }) => delegate !== null);
    const people = await this.members.people([own?.delegate ?? null, ...covered.map(({ member }) => member)], actor.language);
    return {
      absence: own && { from: own.from, until: own.until, delegate: people.get(own.delegate) ?? null, away: own.from <= today },
      standsInFor: covered.flatMap(({ member, until }) => {
        const person = people.get(member);
        return person ? [{ member: person, until }] : [];
      }),
    };
  }

  private today({ organisation }: Actor): string {
    return dayOf(this.clock.now(), organisation.timeZone);
  }
}
