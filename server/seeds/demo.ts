import { CHALLENGES } from './demo-challenges.js';
import { PILOTS } from './demo-pilots.js';
import { QUEUE } from './demo-queue.js';
import { ROLLOUTS } from './demo-rollouts.js';
import { VERDICTS } from './demo-verdicts.js';
import { foundCast } from './found-cast.js';
import type { Teller } from './index.js';
import { Stage } from './storyteller.js';

/** The demo story: two months of two organisations, told through the use cases. */
export async function tellDemo(teller: Teller): Promise<void> {
  const founded = await foundCast(teller.app);
  await new Stage(teller, founded).play([...CHALLENGES, ...PILOTS, ...ROLLOUTS, ...VERDICTS, ...QUEUE]);
}
