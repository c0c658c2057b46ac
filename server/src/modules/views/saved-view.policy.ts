import { type Actor, isHub } from '../../platform/tenancy/index.js';
import type { SavedViewRow } from './saved-view.entity.js';

type Viewer = Pick<Actor, 'member' | 'roles'>;

/** A private view is there for who saved it only. */
export function maySee({ memberId, shared }: Pick<SavedViewRow, 'memberId' | 'shared'>, viewer: Viewer): boolean {
  return shared || memberId === viewer.member;
}

/** Who saved it changes it; the hub, shared ones too. */
export function mayChange({ memberId, shared }: Pick<SavedViewRow, 'memberId' | 'shared'>, viewer: Viewer): boolean {
  return memberId === viewer.member || (shared && isHub(viewer));
}
