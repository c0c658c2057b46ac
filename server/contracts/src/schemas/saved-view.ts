import { z } from 'zod';
import { BOARD_LANES, BOARD_SORTS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { line } from './fields.js';
import { boardFilter } from './idea.js';

/** What a saved view shows of a board, and how: as `readBoard`, in JSON. "Mine" is whoever looks at it. */
export const savedFilter = boardFilter.extend({
  mine: z.boolean().optional(),
  followed: z.boolean().optional(),
  sort: z.enum(BOARD_SORTS).optional(),
  lanes: z.enum(BOARD_LANES).optional(),
});
export type SavedFilter = z.infer<typeof savedFilter>;

const name = line(LIMITS.viewName).min(1, 'required');

/** `POST O/boards/:pathway/views`. */
export const saveView = z.strictObject({
  name,
  filter: savedFilter,
  /** Whether everybody of the organisation sees it. */
  shared: z.boolean().default(false),
});
export type SaveView = z.infer<typeof saveView>;

/** `PATCH O/boards/:pathway/views/:view`: the hub makes a shared one what everybody's board opens with; one that is no longer shared is not. */
export const changeView = z.strictObject({
  name: name.optional(),
  filter: savedFilter.optional(),
  shared: z.boolean().optional(),
  isDefault: z.boolean().optional(),
});
export type ChangeView = z.infer<typeof changeView>;

export const savedView = z.object({
  id: z.uuid(),
  name: z.string(),
  filter: savedFilter,
  shared: z.boolean(),
  /** What the board opens with, for everybody of the organisation. */
  isDefault: z.boolean(),
  mayChange: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;

/** One's own and the shared ones, by name. */
export const savedViews = z.object({ items: z.array(savedView) });
export type SavedViews = z.infer<typeof savedViews>;
