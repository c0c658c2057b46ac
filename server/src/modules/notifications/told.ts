import type { NotificationKind } from '#contracts';

/** What a notification tells of: its event, and the idea as it is now. */
export interface Told {
  readonly kind: NotificationKind;
  readonly at: Date;
  readonly from: string | null;
  readonly to: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: Readonly<Record<string, unknown>> | null;
  readonly number: number;
  readonly title: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
}

/** The reason that was given, or what was written when a decision was asked for. */
export function reasonOf({ text }: Pick<Told, 'text'>): string | null {
  const written = text?.['reason'] ?? text?.['note'];
  return typeof written === 'string' && written !== '' ? written : null;
}

const ABOUT_DECISIONS: readonly NotificationKind[] = ['decision-asked', 'panel-asked', 'scorecards-in', 'decided'];

/** What has to change, of a decision to adapt. */
export function mustChangeOf({ text }: Pick<Told, 'text'>): string | null {
  const written = text?.['mustChange'];
  return typeof written === 'string' && written !== '' ? written : null;
}

/** The page of the client where the person sees it. */
export function linkOf({ kind, number }: Pick<Told, 'kind' | 'number'>, organisation: string): string {
  const place = ABOUT_DECISIONS.includes(kind) ? '#decisions' : '';
  return `/${organisation}/ideas/${number}${place}`;
}
