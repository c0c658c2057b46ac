import { LANGUAGES } from '#contracts';
import { createApp } from './create-app.js';
import { OrganisationsRepository } from './modules/organisations/index.js';
import { HELSINGBORG, PathwaysRepository } from './modules/pathways/index.js';
import { ConfigError } from './platform/config/index.js';
import { UnitOfWork } from './platform/database/index.js';
import { withDatabase } from './with-database.js';
import { toMermaid, type PathwayDefinition } from './workflow/index.js';

/** What the command line says: an organisation's slug, and the language of the names. */
export interface DiagramOptions {
  readonly organisation?: string;
  readonly language?: string;
}

/**
 * Gives the published pathway of an organisation as a Mermaid diagram; without one that of the template, which needs no database.
 * What there is to say meanwhile goes to `tell`, beside the diagram. @throws ConfigError for what is missing or wrong.
 */
export async function pathwayDiagram({ organisation, language }: DiagramOptions, tell: (line: string) => void): Promise<string> {
  const known = LANGUAGES.find((it) => it === language);
  if (!known) throw new ConfigError(`--language: must be one of ${LANGUAGES.join(', ')}.`);
  return toMermaid(organisation === undefined ? HELSINGBORG : await publishedPathway(organisation, tell), known);
}

function publishedPathway(slug: string, tell: (line: string) => void): Promise<PathwayDefinition> {
  return withDatabase(tell, async (config) => {
    const app = await createApp(config);
    try {
      const organisation = await app.get(OrganisationsRepository, { strict: false }).bySlug(slug);
      if (!organisation) throw new ConfigError(`There is no organisation with the slug ${slug}.`);
      const pathways = app.get(PathwaysRepository, { strict: false });
      const key = organisation.defaultPathway;
      return await app.get(UnitOfWork, { strict: false }).run(organisation.id, async () => {
        const pathway = await pathways.find(key);
        if (!pathway) throw new ConfigError(`The organisation ${slug} has published no pathway.`);
        return pathways.published(key, pathway.version);
      });
    } finally {
      await app.close();
    }
  });
}
