import { Injectable } from '@nestjs/common';
import { Invalid } from '../../platform/http/index.js';
import { MembersRepository } from '../organisations/index.js';
import type { Challenge } from './challenge.entity.js';

/** Looks that a challenge is one that can be asked: by somebody of the organisation, and over days that follow each other. */
@Injectable()
export class CheckChallenge {
  constructor(private readonly members: MembersRepository) {}

  /** @throws Invalid for a last day before the first */
  period({ opensOn, closesOn }: Pick<Challenge, 'opensOn' | 'closesOn'>): void {
    if (closesOn < opensOn) throw Invalid.field('closesOn', 'before-start', 'A challenge does not end before it begins.');
  }

  /** Of who becomes its owner; who was one and has left stays it until somebody else does. @throws Invalid */
  async owner(member: string): Promise<void> {
    if ((await this.members.colleagues([member])).has(member)) return;
    throw Invalid.field('owner', 'not-a-member', 'This is no member of the organisation who could own a challenge.');
  }
}
