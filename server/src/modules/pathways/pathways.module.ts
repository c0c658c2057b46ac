import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FactProviders } from './fact-providers.js';
import { PathwayVersion } from './pathway-version.entity.js';
import { Pathway } from './pathway.entity.js';
import { PathwaysRepository } from './pathways.repository.js';
import { PublishPathway } from './publish-pathway.js';

/** Pathways as versioned data, and the registry of what guards may ask. */
@Module({
  imports: [TypeOrmModule.forFeature([Pathway, PathwayVersion])],
  providers: [PathwaysRepository, PublishPathway, FactProviders],
  exports: [PathwaysRepository, PublishPathway, FactProviders],
})
export class PathwaysModule {}
