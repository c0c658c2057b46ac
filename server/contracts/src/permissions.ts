import type { Role } from './roles.js';

/** Who may call a route: everybody, everybody signed in, or members of the organisation with one of these roles. */
export type Permitted = 'public' | 'signed-in' | readonly Role[];

/** A row of the permission table. */
export interface Permission {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path as OpenAPI writes it. */
  readonly path: string;
  readonly who: Permitted;
}

const MEMBERS = ['employee', 'hub', 'manager', 'admin'] as const satisfies readonly Role[];
const DECIDERS = ['hub', 'manager', 'admin'] as const satisfies readonly Role[];
const HUB = ['hub', 'admin'] as const satisfies readonly Role[];

const O = '/api/v1/organisations/{organisation}';

/**
 * The permission table: every route, and who may call it. A route without a row does not start.
 * Who belongs to another organisation gets 404, who has none of the roles 403, who is not signed in 401.
 * Being allowed to call a route does not mean that the machine agrees: that is a refusal (409).
 */
export const PERMISSIONS = {
  'check-live': { method: 'GET', path: '/health/live', who: 'public' },
  'check-ready': { method: 'GET', path: '/health/ready', who: 'public' },
  'read-openapi': { method: 'GET', path: '/api/openapi.json', who: 'public' },
  'read-reference': { method: 'GET', path: '/api/docs', who: 'public' },
  'read-about': { method: 'GET', path: '/api/v1/about', who: 'public' },
  'sign-in': { method: 'POST', path: '/api/v1/session', who: 'public' },
  'read-session': { method: 'GET', path: '/api/v1/session', who: 'signed-in' },
  'sign-out': { method: 'DELETE', path: '/api/v1/session', who: 'signed-in' },
  'read-me': { method: 'GET', path: '/api/v1/me', who: 'signed-in' },
  'edit-me': { method: 'PATCH', path: '/api/v1/me', who: 'signed-in' },
  'list-sessions': { method: 'GET', path: '/api/v1/me/sessions', who: 'signed-in' },
  'end-other-sessions': { method: 'DELETE', path: '/api/v1/me/sessions', who: 'signed-in' },
  'end-session': { method: 'DELETE', path: '/api/v1/me/sessions/{session}', who: 'signed-in' },
  'read-home': { method: 'GET', path: `${O}/home`, who: MEMBERS },
  'submit-idea': { method: 'POST', path: `${O}/ideas`, who: MEMBERS },
  'change-ideas': { method: 'POST', path: `${O}/ideas/changes`, who: MEMBERS },
  'list-ideas': { method: 'GET', path: `${O}/ideas`, who: MEMBERS },
  'export-ideas-csv': { method: 'GET', path: `${O}/exports/ideas.csv`, who: MEMBERS },
  'export-ideas-json': { method: 'GET', path: `${O}/exports/ideas.json`, who: MEMBERS },
  'read-idea': { method: 'GET', path: `${O}/ideas/{number}`, who: MEMBERS },
  'edit-idea': { method: 'PATCH', path: `${O}/ideas/{number}`, who: MEMBERS },
  'move-idea': { method: 'POST', path: `${O}/ideas/{number}/transitions`, who: MEMBERS },
  'undo-move': { method: 'POST', path: `${O}/ideas/{number}/transitions/undo`, who: MEMBERS },
  'place-idea': { method: 'PUT', path: `${O}/ideas/{number}/place`, who: MEMBERS },
  'read-history': { method: 'GET', path: `${O}/ideas/{number}/history`, who: MEMBERS },
  'list-comments': { method: 'GET', path: `${O}/ideas/{number}/comments`, who: MEMBERS },
  'write-comment': { method: 'POST', path: `${O}/ideas/{number}/comments`, who: MEMBERS },
  'read-comment': { method: 'GET', path: `${O}/comments/{comment}`, who: MEMBERS },
  'edit-comment': { method: 'PATCH', path: `${O}/comments/{comment}`, who: MEMBERS },
  'delete-comment': { method: 'DELETE', path: `${O}/comments/{comment}`, who: MEMBERS },
  'list-attachments': { method: 'GET', path: `${O}/ideas/{number}/attachments`, who: MEMBERS },
  'add-attachment': { method: 'POST', path: `${O}/ideas/{number}/attachments`, who: MEMBERS },
  'read-attachment': { method: 'GET', path: `${O}/attachments/{attachment}`, who: MEMBERS },
  'remove-attachment': { method: 'DELETE', path: `${O}/attachments/{attachment}`, who: MEMBERS },
  'read-team': { method: 'GET', path: `${O}/ideas/{number}/team/{member}`, who: MEMBERS },
  'join-team': { method: 'PUT', path: `${O}/ideas/{number}/team/{member}`, who: MEMBERS },
  'leave-team': { method: 'DELETE', path: `${O}/ideas/{number}/team/{member}`, who: MEMBERS },
  'list-followers': { method: 'GET', path: `${O}/ideas/{number}/followers`, who: MEMBERS },
  'follow-idea': { method: 'PUT', path: `${O}/ideas/{number}/followers/me`, who: MEMBERS },
  'unfollow-idea': { method: 'DELETE', path: `${O}/ideas/{number}/followers/me`, who: MEMBERS },
  'list-supporters': { method: 'GET', path: `${O}/ideas/{number}/supporters`, who: MEMBERS },
  'support-idea': { method: 'PUT', path: `${O}/ideas/{number}/supporters/me`, who: MEMBERS },
  'unsupport-idea': { method: 'DELETE', path: `${O}/ideas/{number}/supporters/me`, who: MEMBERS },
  'look-at-idea': { method: 'PUT', path: `${O}/ideas/{number}/presence/{tab}`, who: MEMBERS },
  'leave-idea': { method: 'DELETE', path: `${O}/ideas/{number}/presence/{tab}`, who: MEMBERS },
  'read-board': { method: 'GET', path: `${O}/boards/{pathway}`, who: MEMBERS },
  'read-column': { method: 'GET', path: `${O}/boards/{pathway}/steps/{step}/cards`, who: MEMBERS },
  'set-wip-limit': { method: 'PUT', path: `${O}/boards/{pathway}/steps/{step}/limit`, who: HUB },
  'lift-wip-limit': { method: 'DELETE', path: `${O}/boards/{pathway}/steps/{step}/limit`, who: HUB },
  'list-views': { method: 'GET', path: `${O}/boards/{pathway}/views`, who: MEMBERS },
  'save-view': { method: 'POST', path: `${O}/boards/{pathway}/views`, who: MEMBERS },
  'change-view': { method: 'PATCH', path: `${O}/boards/{pathway}/views/{view}`, who: MEMBERS },
  'delete-view': { method: 'DELETE', path: `${O}/boards/{pathway}/views/{view}`, who: MEMBERS },
  'list-challenges': { method: 'GET', path: `${O}/challenges`, who: MEMBERS },
  'choose-challenge': { method: 'GET', path: `${O}/challenges/choices`, who: MEMBERS },
  'ask-challenge': { method: 'POST', path: `${O}/challenges`, who: HUB },
  'read-challenge': { method: 'GET', path: `${O}/challenges/{challenge}`, who: MEMBERS },
  'edit-challenge': { method: 'PATCH', path: `${O}/challenges/{challenge}`, who: HUB },
  'list-units': { method: 'GET', path: `${O}/units`, who: MEMBERS },
  'list-members': { method: 'GET', path: `${O}/members`, who: MEMBERS },
  'read-member': { method: 'GET', path: `${O}/members/{member}`, who: MEMBERS },
  'list-notifications': { method: 'GET', path: `${O}/notifications`, who: MEMBERS },
  'read-notifications': { method: 'POST', path: `${O}/notifications/read`, who: MEMBERS },
  'follow-live': { method: 'GET', path: `${O}/live`, who: MEMBERS },
  'start-import': { method: 'POST', path: `${O}/imports`, who: HUB },
  'read-import': { method: 'GET', path: `${O}/imports/{id}`, who: HUB },
  'ask-decision': { method: 'POST', path: `${O}/ideas/{number}/decisions`, who: MEMBERS },
  'list-idea-decisions': { method: 'GET', path: `${O}/ideas/{number}/decisions`, who: MEMBERS },
  'list-decisions': { method: 'GET', path: `${O}/decisions`, who: MEMBERS },
  'read-decision': { method: 'GET', path: `${O}/decisions/{id}`, who: MEMBERS },
  'score-decision': { method: 'PUT', path: `${O}/decisions/{id}/scorecard`, who: MEMBERS },
  'step-out': { method: 'POST', path: `${O}/decisions/{id}/conflict`, who: MEMBERS },
  'export-decisions': { method: 'GET', path: `${O}/decisions/log.csv`, who: DECIDERS },
  'delegate-decision': { method: 'POST', path: `${O}/decisions/{id}/delegation`, who: DECIDERS },
  'read-absence': { method: 'GET', path: `${O}/absence`, who: DECIDERS },
  'set-absence': { method: 'PUT', path: `${O}/absence`, who: DECIDERS },
  'end-absence': { method: 'DELETE', path: `${O}/absence`, who: DECIDERS },
  'make-decision': { method: 'POST', path: `${O}/decisions/{id}/outcome`, who: DECIDERS },
  'list-experiments': { method: 'GET', path: `${O}/ideas/{number}/experiments`, who: MEMBERS },
  'plan-experiment': { method: 'POST', path: `${O}/ideas/{number}/experiments`, who: MEMBERS },
  'read-experiment': { method: 'GET', path: `${O}/experiments/{id}`, who: MEMBERS },
  'edit-experiment': { method: 'PATCH', path: `${O}/experiments/{id}`, who: MEMBERS },
  'move-experiment': { method: 'POST', path: `${O}/experiments/{id}/transitions`, who: MEMBERS },
  'amend-experiment': { method: 'POST', path: `${O}/experiments/{id}/amendments`, who: MEMBERS },
  'record-measurement': { method: 'POST', path: `${O}/experiments/{id}/measurements`, who: MEMBERS },
  'correct-measurement': { method: 'POST', path: `${O}/experiments/{id}/measurements/{measurement}/corrections`, who: MEMBERS },
  'import-measurements': { method: 'POST', path: `${O}/experiments/{id}/measurements/import`, who: MEMBERS },
  'record-observation': { method: 'POST', path: `${O}/experiments/{id}/observations`, who: MEMBERS },
  'read-verdict': { method: 'GET', path: `${O}/experiments/{id}/verdict`, who: MEMBERS },
  'plan-sample': { method: 'GET', path: `${O}/sample-sizes`, who: MEMBERS },
  'list-engagements': { method: 'GET', path: `${O}/ideas/{number}/engagements`, who: MEMBERS },
  'record-engagement': { method: 'POST', path: `${O}/ideas/{number}/engagements`, who: MEMBERS },
  'read-rollout': { method: 'GET', path: `${O}/ideas/{number}/rollout`, who: MEMBERS },
  'plan-rollout': { method: 'PUT', path: `${O}/ideas/{number}/rollout`, who: MEMBERS },
  'move-rollout': { method: 'POST', path: `${O}/ideas/{number}/rollout/transitions`, who: MEMBERS },
  'list-effects': { method: 'GET', path: `${O}/effects`, who: MEMBERS },
  'list-lessons': { method: 'GET', path: `${O}/lessons`, who: MEMBERS },
  'list-mail': { method: 'GET', path: '/dev/mail', who: 'public' },
  'read-mail': { method: 'GET', path: '/dev/mail/{id}', who: 'public' },
} as const satisfies Record<string, Permission>;

/** The name of a row of the permission table; also the `operationId` of its route. */
export type PermissionKey = keyof typeof PERMISSIONS;
