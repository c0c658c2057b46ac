import { Injectable } from '@nestjs/common';
import type { HomeDuty, HomeView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import { waitingFor } from './log-filter.js';
import { panelStateOf } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { StandIns } from './stand-ins.js';

/** Shows a member which decisions wait for their word: the same as the list of what waits, in few statements. */
@Injectable()
export class ReadDuties {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: DecisionsRepository,
    private readonly panels: PanelRepository,
    private readonly standIns: StandIns,
    private readonly clock: Clock,
  ) {}

  /** The most urgent first. Who is on the panel scores while there is time, also when they decide in the end. */
  waiting({ organisation, member }: Actor, limit: number): Promise<HomeView['waiting']> {
    return this.work.run(organisation.id, async () => {
      const now = this.clock.now();
      const absent = await this.standIns.absentFor(member, organisation.timeZone);
      const { rows, total } = await this.decisions.urgent(waitingFor(member, absent, now), limit);
      const panels = await this.panels.of(rows.map(({ id }) => id));
      const items = rows.map(({ id, kind, deadline, number, title, language }): HomeDuty => {
        const own = panels.get(id)?.find((it) => it.member === member);
        const overdue = deadline < now;
        return {
          kind: own && panelStateOf(own) === 'asked' && !overdue ? 'score' : 'decide',
          decision: kind,
          number,
          title,
          language,
          due: deadline.toISOString(),
          overdue,
          link: `/${organisation.slug}/decisions/${id}`,
        };
      });
      return { items, total };
    });
  }
}
