import { Injectable } from '@nestjs/common';
import { Invalid } from '../../platform/http/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { TestCard } from './test-card.js';

/** Checks that those who answer for an experiment are members on whom work may hang. */
@Injectable()
export class CheckResponsible {
  constructor(private readonly members: MembersRepository) {}

  /** Part of the transaction under way. @throws Invalid */
  async check({ responsible }: Pick<TestCard, 'responsible'>): Promise<void> {
    const known = await this.members.colleagues(responsible);
    if (responsible.every((member) => known.has(member))) return;
    throw Invalid.field(
      'card.responsible',
      'not-a-member',
      'Somebody in this list is no member of the organisation who could answer for it.',
    );
  }
}
