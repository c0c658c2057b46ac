import { HELSINGBORG } from '../src/modules/pathways/index.js';
import { type DiagramOptions, pathwayDiagram } from '../src/pathway-diagram.js';
import { toMermaid } from '../src/workflow/index.js';
import { type ScratchDatabase, scratchDatabase, withClient } from './database.js';
import { polku } from './polku-command.js';

const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing';

let database: ScratchDatabase;

beforeAll(async () => {
  database = await scratchDatabase();
});

afterAll(() => database.drop());

describe('pathway-diagram', () => {
  const diagram = (options: DiagramOptions) => pathwayDiagram(options, () => undefined);

  it('prints the template, in the language asked for, and needs no database for it', async () => {
    expect(await polku(NOWHERE, '', 'pathway-diagram', '--language', 'fi')).toEqual({
      code: 0,
      out: toMermaid(HELSINGBORG, 'fi'),
      err: '',
    });
  });

  it('says in one line what is wrong', async () => {
    expect(await polku(NOWHERE, '', 'pathway-diagram', '--colour', 'red')).toMatchObject({ code: 1, out: '' });
    await expect(diagram({ language: 'la' })).rejects.toThrow('--language: must be one of en, pl, el, sv, fi.');
    expect(await polku(database.url, '', 'pathway-diagram', '--organisation', 'nowhere')).toEqual({
      code: 1,
      out: '',
      err: 'There is no organisation with the slug nowhere.\n',
    });
  });

  it('prints what an organisation has published last', async () => {
    const person = ['--name', 'Elin', '--email', 'elin@lindvik.example'];
    await polku(database.url, 'a password of our own', 'create-admin', '--organisation', 'Lindvik', '--slug', 'lindvik', ...person);
    const ask = () => polku(database.url, '', 'pathway-diagram', '--organisation', 'lindvik', '--language', 'sv');
    expect(await ask()).toEqual({ code: 0, out: toMermaid(HELSINGBORG, 'sv'), err: '' });

    const own = {
      ...HELSINGBORG,
      steps: HELSINGBORG.steps.map((step, at) => (at === 0 ? { ...step, names: { ...step.names, sv: 'Idé' } } : step)),
    };
    await withClient(database.url, async (client) => {
      await client.query(
        `insert into app.pathway_version (organisation_id, pathway_id, version, definition, published_at)
         select organisation_id, id, 2, $1::jsonb, now() from app.pathway`,
        [JSON.stringify(own)],
      );
      await client.query('update app.pathway set version = 2');
    });
    expect((await ask()).out).toContain('state "Idé" as s0');
  });
});
