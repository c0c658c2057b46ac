import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { LANGUAGES } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { checkDefinition, type Mistake, type PathwayDefinition } from '../../workflow/index.js';
import { PATHWAY_GUARDS } from './guards.js';
import { PathwaysRepository } from './pathways.repository.js';

/** Publishes a definition as the next version of its pathway, after checking it. Ideas under way stay on theirs. */
@Injectable()
export class PublishPathway {
  constructor(
    private readonly pathways: PathwaysRepository,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Gives the version, or the mistakes; with a mistake nothing is published. */
  async publish(organisation: string, definition: PathwayDefinition): Promise<{ version: number } | { mistakes: readonly Mistake[] }> {
    const mistakes = checkDefinition(definition, PATHWAY_GUARDS, LANGUAGES);
    if (mistakes.length > 0) return { mistakes };
    return this.work.run(organisation, async () => {
      const known = await this.pathways.find(definition.key);
      const version = (known?.version ?? 0) + 1;
      await this.pathways.publish(
        { id: known?.id ?? uuid(), organisationId: organisation, key: definition.key, version },
        definition,
        this.clock.now(),
      );
      return { version };
    });
  }
}
