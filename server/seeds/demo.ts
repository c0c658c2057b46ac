import { foundCast } from './found-cast.js';
import type { Teller } from './index.js';

/** The demo story. */
export async function tellDemo({ app }: Teller): Promise<void> {
  await foundCast(app);
}
