import type { SavedView } from '#contracts';
import type { Actor } from '../../platform/tenancy/index.js';
import type { SavedViewRow } from './saved-view.entity.js';
import { mayChange } from './saved-view.policy.js';

/** A view as a member meets it; `first` is the id of the one that the organisation's board opens with. */
export function viewOf(row: SavedViewRow, first: string | null, actor: Pick<Actor, 'member' | 'roles'>): SavedView {
  const { id, name, filter, shared } = row;
  return { id, name, filter, shared, isDefault: id === first, mayChange: mayChange(row, actor) };
}
