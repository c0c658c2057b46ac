import { Body, Controller, Get, Param, Post, UploadedFile, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { id, importView, type ImportView, startImport, type StartImport as Start } from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ReadImport } from './read-import.js';
import { type SentFile, StartImport } from './start-import.js';
import { TakeFile } from './take-file.guard.js';

/** Bringing ideas in from CSV files. */
@Controller('api/v1/organisations/:organisation/imports')
export class ImportsController {
  constructor(
    private readonly starting: StartImport,
    private readonly reading: ReadImport,
  ) {}

  @Post()
  @UseGuards(TakeFile)
  @Permit('start-import', 'Import ideas from a CSV file, or try what an import would do')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        mapping: { type: 'string', description: 'JSON: which column fills which field; without it the columns are guessed.' },
        step: { type: 'string' },
        dryRun: { type: 'string', enum: ['true', 'false'] },
        delimiter: { type: 'string', enum: [',', ';', 'tab'] },
      },
    },
  })
  @Answers(201, importView, 400, 401, 403, 404, 413, 422, 429)
  start(
    @CurrentActor() actor: Actor,
    @Body({ schema: startImport }) body: Start,
    @UploadedFile() file: SentFile | undefined,
  ): Promise<ImportView> {
    return this.starting.start(actor, body, file);
  }

  @Get(':id')
  @Permit('read-import', 'How far an import is, and what was wrong')
  @Answers(200, importView, 401, 403, 404, 422)
  read(@CurrentActor() actor: Actor, @Param('id', { schema: id }) importId: string): Promise<ImportView> {
    return this.reading.read(actor, importId);
  }
}
