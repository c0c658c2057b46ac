import { Module } from '@nestjs/common';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { FindLostImports } from './find-lost-imports.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ReadFile } from './read-file.js';
import { ReadImport } from './read-import.js';
import { RunImport } from './run-import.js';
import { StartImport } from './start-import.js';

/** What comes in from outside. */
@Module({
  imports: [IdeasModule, OrganisationsModule],
  controllers: [ImportsController],
  providers: [ImportsRepository, StartImport, ReadImport, ReadFile, RunImport, FindLostImports],
})
export class TransfersModule {}
