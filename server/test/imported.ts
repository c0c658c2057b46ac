import request from 'supertest';
import type { ImportView, IdeaView } from '#contracts';
import type { Actor } from './actors.js';
import type { TestApp } from './app.js';
import { eventually } from './eventually.js';
import { seen } from './path.js';

/** Imports one idea from a file onto a step, in the name of this address or of nobody. */
export async function imported(polku: TestApp, actor: Actor, step: string, submitter = ''): Promise<IdeaView> {
  const sent = await request(polku.url)
    .post('/api/v1/organisations/aleksandrow/imports')
    .set('Cookie', actor.cookie)
    .field('mapping', JSON.stringify({ title: 'title', need: 'need', submitterEmail: 'email' }))
    .field('step', step)
    .field('dryRun', 'false')
    .attach('file', Buffer.from(`title,need,email\nBenches in the shade,Nobody sits down in summer,${submitter}`), 'ideas.csv');
  if (sent.status !== 201) throw new Error(`The file was not taken: ${sent.status} ${sent.text}`);
  await eventually(async () => {
    const { state, errors } = (await actor.get(`/imports/${sent.body.id}`)).body as ImportView;
    if (state === 'failed' || errors.length > 0) throw new Error(`The import failed: ${JSON.stringify(errors)}`);
    return state === 'done' ? true : null;
  }, 60_000);
  const [row] = await polku.sql<{ number: number }>('select max(number) as number from app.idea where title = $1', [
    'Benches in the shade',
  ]);
  return seen(actor, { number: row?.number ?? 0 });
}
