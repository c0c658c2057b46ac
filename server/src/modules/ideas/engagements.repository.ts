import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Engagement } from './engagement.entity.js';

/** How residents and users were involved in the ideas of the organisation at work. */
@Injectable()
export class EngagementsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async add(engagement: Engagement): Promise<void> {
    await this.manager.insert(Engagement, engagement);
  }

  async count(idea: string): Promise<number> {
    return this.manager.countBy(Engagement, { organisationId: this.organisation, ideaId: idea });
  }

  /** Those of an idea, the latest day first, after the day and id of the page before. */
  async ofIdea(idea: string, after: readonly [string, string] | null, limit: number): Promise<Engagement[]> {
    return this.rows<Engagement>(
      `select id, organisation_id as "organisationId", idea_id as "ideaId", experiment_id as "experimentId", step, engaged_on::text as "on", who, count,
         how, heard, member_id as "memberId", at
       from app.engagement where organisation_id = $1 and idea_id = $2 and ($3::date is null or (engaged_on, id) < ($3::date, $4::uuid))
       order by engaged_on desc, id desc limit $5`,
      [this.organisation, idea, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Those of these experiments, by day. */
  async ofExperiments(experiments: readonly string[]): Promise<Engagement[]> {
    return this.manager.find(Engagement, {
      where: { organisationId: this.organisation, experimentId: In([...experiments]) },
      order: { on: 'ASC', id: 'ASC' },
    });
  }
}
