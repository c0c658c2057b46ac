import type { IdeaCard, IdeaView } from '#contracts';
import type { Actor } from './actors.js';

/** A submission as somebody of the cast would write it. */
export const AIR_IDEA = {
  title: 'Measure air at child height along school routes',
  need: 'Children breathe the air at the height of exhaust pipes; our stations measure at three metres.',
  tags: ['air', 'schools'],
};

/** A lesson. */
export const LESSON = { observed: 'Nobody came.', learned: 'Six in the morning is too early.', therefore: 'Try it at noon.' };

/** Submits an idea. */
export async function submitted(actor: Actor, changes: object = {}): Promise<IdeaView> {
  const response = await actor.post('/ideas', { ...AIR_IDEA, ...changes });
  if (response.status !== 201) throw new Error(`The idea was not submitted: ${response.status} ${response.text}`);
  return response.body as IdeaView;
}

/** Moves an idea, expecting that it works. */
export async function moved(actor: Actor, idea: { number: number; version: number }, to: string, more: object = {}): Promise<IdeaCard> {
  const response = await actor.post(`/ideas/${idea.number}/transitions`, { to, version: idea.version, ...more });
  if (response.status !== 201) throw new Error(`The idea was not moved: ${response.status} ${response.text}`);
  return response.body as IdeaCard;
}
