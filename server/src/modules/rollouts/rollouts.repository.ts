import { Injectable } from '@nestjs/common';
import type { RolloutState } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Rollout } from './rollout.entity.js';

/** A rollout as far as its idea's guards look at it. */
export interface RolloutDigest {
  readonly idea: string;
  readonly state: RolloutState;
  readonly owner: string | null;
  readonly isFollowUpSet: boolean;
}

/** The rollouts of the organisation at work. */
@Injectable()
export class RolloutsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async ofIdea(idea: string): Promise<Rollout | null> {
    return this.manager.findOneBy(Rollout, { organisationId: this.organisation, ideaId: idea });
  }

  async find(id: string): Promise<Rollout | null> {
    return this.manager.findOneBy(Rollout, { organisationId: this.organisation, id });
  }

  async insert(rollout: Rollout): Promise<void> {
    await this.manager.insert(Rollout, rollout);
  }

  /** Writes these fields of a rollout. */
  async update(id: string, changes: Partial<Rollout>): Promise<void> {
    await this.manager.update(Rollout, { organisationId: this.organisation, id }, changes);
  }

  /** The rollouts of these ideas, in one query. */
  async digests(ideas: readonly string[]): Promise<RolloutDigest[]> {
    return this.rows<RolloutDigest>(
      `select idea_id as idea, state, owner_id as owner, follow_up_on is not null as "isFollowUpSet"
       from app.rollout where organisation_id = $1 and idea_id = any($2::uuid[])`,
      [this.organisation, ideas],
    );
  }
}
