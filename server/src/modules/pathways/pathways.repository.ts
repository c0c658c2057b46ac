import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { PathwayDefinition } from '../../workflow/index.js';
import { Pathway } from './pathway.entity.js';
import { withLimits } from './with-limits.js';

/** The pathways of the organisation at work. */
@Injectable()
export class PathwaysRepository extends TenantRepository {
  // A published version never changes, so it is read once a process.
  private readonly known = new Map<string, PathwayDefinition>();

  constructor(work: UnitOfWork) {
    super(work);
  }

  /** The pathway of a key, or null. */
  async find(key: string): Promise<Pathway | null> {
    return this.manager.findOneBy(Pathway, { organisationId: this.organisation, key });
  }

  /** The pathway on which new ideas of the organisation begin; null: it has none yet. */
  async ofNewIdeas(): Promise<Pick<Pathway, 'key' | 'version'> | null> {
    const [row] = await this.rows<Pick<Pathway, 'key' | 'version'>>(
      `select p.key, p.version from app.organisation o join app.pathway p on p.organisation_id = o.id and p.key = o.default_pathway
       where o.id = $1`,
      [this.organisation],
    );
    return row ?? null;
  }

  /** The machine of a version, with the guards of its limits. @throws when it was never published. */
  async definition(key: string, version: number): Promise<PathwayDefinition> {
    const name = `${this.organisation} ${key} ${version}`;
    const known = this.known.get(name);
    if (known) return known;
    const definition = withLimits(key, await this.published(key, version));
    this.known.set(name, definition);
    return definition;
  }

  /** The machine as it was published. @throws when it never was. */
  async published(key: string, version: number): Promise<PathwayDefinition> {
    const [row] = await this.rows<{ definition: PathwayDefinition }>(
      `select v.definition from app.pathway p join app.pathway_version v on v.pathway_id = p.id and v.organisation_id = p.organisation_id
       where p.organisation_id = $1 and p.key = $2 and v.version = $3`,
      [this.organisation, key, version],
    );
    if (!row) throw new Error(`The pathway ${key} has no version ${version}.`);
    return row.definition;
  }

  /** Adds a version and makes it the published one. */
  async publish(pathway: Pathway, definition: PathwayDefinition, at: Date): Promise<void> {
    await this.rows(
      `insert into app.pathway (id, organisation_id, key, version) values ($1, $2, $3, $4)
       on conflict (organisation_id, key) do update set version = excluded.version`,
      [pathway.id, this.organisation, pathway.key, pathway.version],
    );
    await this.rows(
      `insert into app.pathway_version (organisation_id, pathway_id, version, definition, published_at) values ($1, $2, $3, $4::jsonb, $5)`,
      [this.organisation, pathway.id, pathway.version, JSON.stringify(definition), at],
    );
  }
}
