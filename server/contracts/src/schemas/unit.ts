import { z } from 'zod';
import { page } from './fields.js';

/** A part of the organisation. */
export const unitView = z.object({ id: z.uuid(), name: z.string() });
export type UnitView = z.infer<typeof unitView>;

/** `GET O/units`: all of them, in order of name. */
export const unitPage = page(unitView);
export type UnitPage = z.infer<typeof unitPage>;
