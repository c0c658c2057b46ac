import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { Idea } from './idea.entity.js';

/** What an import may change of an idea that exists. */
export type Importable = Pick<Idea, 'title' | 'need' | 'proposal' | 'beneficiaries' | 'effectGoal' | 'language' | 'tags'>;

/** An idea that came from outside before. */
export interface KnownImport extends Importable, Pick<Idea, 'id' | 'number' | 'version'> {
  readonly externalId: string;
  readonly note: string | null;
}

/** Where an idea came from. */
export interface Origin {
  readonly idea: string;
  readonly externalId: string | null;
  readonly note: string | null;
}

/** Writes ideas by the hundred: each of these is one statement, however many ideas there are. */
@Injectable()
export class ImportedIdeasRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Imports of one organisation write one after the other, so that two of them never add the same external id. */
  async takeTurn(): Promise<void> {
    await this.rows(`select pg_advisory_xact_lock(hashtextextended($1, 11))`, [this.organisation]);
  }

  /** Which of these external ids are known. */
  async countKnown(externalIds: readonly string[]): Promise<number> {
    const [row] = await this.rows<{ count: number }>(
      `select count(*)::int as count from app.idea_origin where organisation_id = $1 and external_id = any($2::text[])`,
      [this.organisation, externalIds],
    );
    return row?.count ?? 0;
  }

  /** The ideas of these external ids, held until the transaction ends. */
  async lockKnown(externalIds: readonly string[]): Promise<KnownImport[]> {
    if (externalIds.length === 0) return [];
    return this.rows<KnownImport>(
      `select o.external_id as "externalId", o.note, i.id, i.number, i.version, i.title, i.need, i.proposal, i.beneficiaries,
         i.effect_goal as "effectGoal", i.language, i.tags
       from app.idea_origin o join app.idea i on i.id = o.idea_id and i.organisation_id = o.organisation_id
       where o.organisation_id = $1 and o.external_id = any($2::text[]) order by i.id for update of i`,
      [this.organisation, externalIds],
    );
  }

  /** The rank of the last card of a column, or null. */
  async lastRank(pathway: string, step: string): Promise<string | null> {
    const [row] = await this.rows<{ rank: string }>(
      `select rank from app.idea where organisation_id = $1 and pathway = $2 and step = $3 order by rank desc limit 1`,
      [this.organisation, pathway, step],
    );
    return row?.rank ?? null;
  }

  async insert(ideas: readonly Idea[]): Promise<void> {
    await this.rows(
      `insert into app.idea (id, organisation_id, number, pathway, pathway_version, step, step_since, rank, version, language, title, need,
         proposal, beneficiaries, effect_goal, tags, submitter_id, due, created_at, updated_at)
       select id, $1, number, pathway, "pathwayVersion", step, "stepSince", rank, version, language, title, need,
         proposal, beneficiaries, "effectGoal", tags, "submitterId", due, "createdAt", "updatedAt"
       from jsonb_to_recordset($2::jsonb) as i(id uuid, number int, pathway text, "pathwayVersion" int, step text, "stepSince" timestamptz,
         rank text, version int, language text, title text, need text, proposal text, beneficiaries text, "effectGoal" text, tags text[],
         "submitterId" uuid, due timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz)`,
      [this.organisation, JSON.stringify(ideas)],
    );
  }

  async update(ideas: readonly (Importable & Pick<Idea, 'id' | 'version'>)[], at: Date): Promise<void> {
    if (ideas.length === 0) return;
    await this.rows(
      `update app.idea i set title = c.title, need = c.need, proposal = c.proposal, beneficiaries = c.beneficiaries,
         effect_goal = c."effectGoal", language = c.language, tags = c.tags, version = c.version, updated_at = $2
       from jsonb_to_recordset($3::jsonb) as c(id uuid, version int, title text, need text, proposal text, beneficiaries text,
         "effectGoal" text, language text, tags text[])
       where i.organisation_id = $1 and i.id = c.id`,
      [this.organisation, at, JSON.stringify(ideas)],
    );
  }

  /** Keeps where ideas came from; for those that are known, the note as it is now. */
  async keepOrigins(importId: string, origins: readonly Origin[]): Promise<void> {
    if (origins.length === 0) return;
    await this.rows(
      `insert into app.idea_origin (idea_id, organisation_id, import_id, external_id, note)
       select idea, $1, $2, "externalId", note from jsonb_to_recordset($3::jsonb) as o(idea uuid, "externalId" text, note text)
       on conflict (idea_id) do update set note = excluded.note`,
      [this.organisation, importId, JSON.stringify(origins)],
    );
  }

  /** Those who submitted an idea work on it. */
  async joinTeams(members: readonly { idea: string; member: string }[], at: Date): Promise<void> {
    if (members.length === 0) return;
    await this.rows(
      `insert into app.idea_team (organisation_id, idea_id, member_id, joined_at)
       select $1, idea, member, $2 from jsonb_to_recordset($3::jsonb) as t(idea uuid, member uuid) on conflict do nothing`,
      [this.organisation, at, JSON.stringify(members)],
    );
  }
}
