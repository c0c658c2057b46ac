import type { INestApplicationContext } from '@nestjs/common';
import type { IdeaCard } from '#contracts';
import { OrganisationsRepository } from '../src/modules/organisations/index.js';
import { ReadImport, StartImport } from '../src/modules/transfers/index.js';
import type { Actor } from '../src/platform/tenancy/index.js';
import { CAST } from './cast.js';
import { foundCast } from './found-cast.js';
import type { Teller } from './index.js';

/** How many ideas stand on which step of a busy board. */
const CROWD: readonly (readonly [step: IdeaCard['step'], count: number])[] = [
  ['submitted', 900],
  ['explore-idea', 500],
  ['explore-set-up', 250],
  ['pilot', 120],
  ['scale', 80],
  ['in-use', 150],
];

const THINGS = [
  'Benches',
  'Lamps',
  'Bicycle stands',
  'Flower beds',
  'Drinking fountains',
  'Signs',
  'Bins',
  'Trees',
  'Crossings',
  'Playgrounds',
];
const PLACES = ['the library', 'school 7', 'the market', 'Wrzeciono street', 'the clinic', 'the park', 'the tram stop', 'the town hall'];
const AIMS = [
  'that older people can use',
  'that work in winter',
  'for the hot days',
  'without new cables',
  'that children have planned',
  'shared by two units',
];

/** A crowded board: thousands of ideas, through the import. */
export async function tellBusy({ app }: Teller): Promise<void> {
  const { organisations, members } = await foundCast(app);
  const organisation = await app.get(OrganisationsRepository, { strict: false }).tenant(organisations.aleksandrow);
  const hanna: Actor = { organisation, member: members.hanna, roles: CAST.hanna.roles, language: CAST.hanna.language };
  for (const [step, count] of CROWD) await importCrowd(app, hanna, step, count);
}

async function importCrowd(app: INestApplicationContext, actor: Actor, step: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    const [thing, place, aim] = [pick(THINGS, index), pick(PLACES, index * 3), pick(AIMS, index * 7)];
    return `${step}-${index},"${thing} at ${place}, ${aim} (${index + 1})","People ask for it at ${place}.","${thing.toLowerCase()};${place}"`;
  });
  const file = { originalname: `${step}.csv`, buffer: Buffer.from(`external_id,title,need,tags\n${rows.join('\n')}\n`) };
  const mapping = { externalId: 'external_id', title: 'title', need: 'need', tags: 'tags' };
  const { id } = await app.get(StartImport, { strict: false }).start(actor, { mapping, step, dryRun: false, delimiter: ',' }, file);
  const reading = app.get(ReadImport, { strict: false });
  for (;;) {
    const { state, errors } = await reading.read(actor, id);
    if (state === 'done') return;
    if (state === 'failed') throw new Error(`The busy story cannot be imported: ${JSON.stringify(errors)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function pick(words: readonly string[], index: number): string {
  return words[(index + Math.floor(index / words.length)) % words.length] ?? '';
}
