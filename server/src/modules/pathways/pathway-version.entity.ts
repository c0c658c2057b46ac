import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PathwayDefinition } from '../../workflow/index.js';

/** A pathway as it was published once; never changed. */
@Entity({ schema: 'app', name: 'pathway_version' })
export class PathwayVersion {
  @PrimaryColumn('uuid', { name: 'pathway_id' })
  pathwayId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('jsonb')
  definition: PathwayDefinition;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;
}
