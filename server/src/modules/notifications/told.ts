import type { NotificationKind } from '#contracts';

/** What a notification tells of: its event, and the idea as it is now. */
export interface Told {
  readonly kind: NotificationKind;
  /** Who is told. */
  readonly member: string;
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

/** What has to change, of a decision to adapt. */
export function mustChangeOf({ text }: Pick<Told, 'text'>): string | null {
  const written = text?.['mustChange'];
  return typeof written === 'string' && written !== '' ? written : null;
}

/** Whether it tells of a decision. */
export function isAboutDecision({ data }: Pick<Told, 'data'>): boolean {
  return typeof data['decisionId'] === 'string';
}

/** The experiment that it tells of, or null. */
export function experimentOf({ kind, data }: Pick<Told, 'kind' | 'data'>): string | null {
  return kind.startsWith('experiment-') && typeof data['experiment'] === 'string' ? data['experiment'] : null;
}

/** The page of the client where the person sees it: that of the decision, of the experiment, or of the idea. */
export function linkOf(told: Pick<Told, 'kind' | 'number' | 'data'>, organisation: string): string {
  const { kind, number, data } = told;
  if (isAboutDecision(told)) return `/${organisation}/decisions/${String(data['decisionId'])}`;
  const experiment = experimentOf(told);
  if (experiment !== null) return `/${organisation}/experiments/${experiment}`;
  return `/${organisation}/ideas/${number}${partOf(kind)}`;
}

/** The part of the idea's page that a notification is about. */
function partOf(kind: NotificationKind): string {
  if (kind === 'commented' || kind === 'mentioned') return '#comments';
  if (kind === 'attached') return '#attachments';
  return kind.startsWith('follow-up-') ? '#rollout' : '';
}
