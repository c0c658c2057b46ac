import { Injectable } from '@nestjs/common';
import type { ImportView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { viewOf } from './import.view.js';
import { ImportsRepository } from './imports.repository.js';

/** Tells how far an import is. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ImportsRepository,
  ) {}

  /** @throws NotFound */
  read(actor: Actor, id: string): Promise<ImportView> {
    return this.work.run(actor.organisation.id, async () => {
      const row = await this.imports.find(id);
      if (!row) throw new NotFound('This import');
      return viewOf(row);
    });
  }
}
