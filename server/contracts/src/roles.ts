/** What a member may be in an organisation. `resident` is a guest; "hub" rights include `admin`. */
export const ROLES = ['employee', 'hub', 'manager', 'admin', 'resident'] as const;

/** One of the roles of a member. */
export type Role = (typeof ROLES)[number];
