import type { NotificationKind } from '#contracts';
import type { DomainEvent } from '../../platform/outbox/index.js';

/** Who stands how to an idea, by member id. */
export interface IdeaCircle {
  readonly submitter: string | null;
  readonly owner: string | null;
  readonly team: readonly string[];
  /** Who decides, or decided, by the latest decision that was asked for. */
  readonly decider: string | null;
  readonly hub: readonly string[];
  readonly admins: readonly string[];
}

/** What is shown in Polku and not sent as a mail: talk and files would fill a letter box. Who is named in talk gets a mail. */
export const WITHOUT_MAIL: readonly NotificationKind[] = ['commented', 'attached'];

/** What followers hear too: what becomes of the idea, and that something was said or attached. */
const HEARD_BY_FOLLOWERS: readonly NotificationKind[] = ['moved', 'returned', 'decided', 'commented', 'attached'];

/** What is to be told, and to whom. */
export interface Telling {
  readonly kind: NotificationKind;
  readonly members: readonly string[];
}

/** Whom of those who follow the idea a telling leaves out: who did it, and who is told that they are named; null for what they do not hear. */
export function followersLeftOut({ kind }: Telling, event: Pick<DomainEvent, 'member' | 'data'>): readonly string[] | null {
  if (!HEARD_BY_FOLLOWERS.includes(kind)) return null;
  const named = kind === 'commented' ? membersIn(event.data, 'members') : [];
  return event.member === null ? named : [event.member, ...named];
}

/** The kinds of events of which people may be told. */
export const TOLD_OF = [
  'idea-submitted',
  'idea-moved',
  'step-overdue',
  'decision-asked',
  'panel-asked',
  'scorecards-in',
  'decision-made',
  'experiment-amended',
  'experiment-moved',
  'experiment-ends-soon',
  'experiment-ended',
  'experiment-late',
  'rollout-amended',
  'follow-up-due',
  'follow-up-late',
  'decision-delegated',
  'decision-covered',
  'decision-uncovered',
  'decision-due-soon',
  'decision-overdue',
  'decision-escalated',
  'comment-written',
  'members-mentioned',
  'attachment-added',
] as const satisfies readonly DomainEvent['kind'][];

/**
 * Who is told what of an event (product.md §6). Nobody is told of their own act; the acknowledgement to the submitter is the
 * one exception. A move that a decision makes is told with the decision, not once more.
 */
export function whoIsTold(
  event: Pick<DomainEvent, 'kind' | 'member' | 'data'> & Partial<Pick<DomainEvent, 'to'>>,
  circle: IdeaCircle,
): Telling | null {
  switch (event.kind) {
    case 'idea-submitted':
      return { kind: 'acknowledged', members: people([circle.submitter]) };
    case 'idea-moved':
      if (event.data['decision'] !== undefined) return null;
      if (event.member === null)
        return { kind: 'returned', members: people([...around(circle), ...(circle.owner === null ? circle.hub : [])]) };
      return { kind: 'moved', members: people(around(circle), event.member) };
    case 'comment-written':
      return {
        kind: 'commented',
        members: people(around(circle), event.member).filter((it) => !membersIn(event.data, 'members').includes(it)),
      };
    case 'members-mentioned':
      return { kind: 'mentioned', members: people(membersIn(event.data, 'members'), event.member) };
    case 'attachment-added':
      return { kind: 'attached', members: people(around(circle), event.member) };
    case 'decision-asked':
      return { kind: 'decision-asked', members: people([memberIn(event.data, 'decider')], event.member) };
    case 'panel-asked':
      return { kind: 'panel-asked', members: people(membersIn(event.data, 'panel'), event.member) };
    case 'scorecards-in':
      return { kind: 'scorecards-in', members: people(deciding(event.data), event.member) };
    case 'decision-made':
      return { kind: 'decided', members: people([...around(circle), memberIn(event.data, 'actingFor')], event.member) };
    case 'decision-delegated':
      return { kind: event.kind, members: people([memberIn(event.data, 'decider'), memberIn(event.data, 'former')], event.member) };
    case 'decision-covered':
      return { kind: event.kind, members: people([memberIn(event.data, 'member')]) };
    case 'decision-uncovered':
      return { kind: event.kind, members: people(circle.hub) };
    case 'decision-due-soon':
      return { kind: event.kind, members: people([...deciding(event.data), ...membersIn(event.data, 'panel')]) };
    case 'decision-overdue':
      return { kind: event.kind, members: people([...deciding(event.data), ...circle.hub]) };
    case 'decision-escalated':
      return { kind: event.kind, members: people(escalatedTo(event.data, circle)) };
    case 'step-overdue':
      return { kind: 'step-overdue', members: people(circle.owner === null ? circle.hub : [circle.owner]) };
    case 'experiment-amended':
      return { kind: event.kind, members: people(atWork(circle), event.member) };
    case 'experiment-moved':
      return event.to === 'running' ? { kind: 'experiment-started', members: people(atWork(circle), event.member) } : null;
    case 'experiment-ends-soon':
    case 'experiment-ended':
      return { kind: event.kind, members: people(atWork(circle)) };
    case 'experiment-late':
      return { kind: event.kind, members: people(lateTo(event.data, circle)) };
    case 'rollout-amended':
      return { kind: event.kind, members: people([...atWork(circle), memberIn(event.data, 'owner')], event.member) };
    case 'follow-up-due':
    case 'follow-up-late':
      return { kind: event.kind, members: people([memberIn(event.data, 'owner'), ...circle.hub]) };
    default:
      return null;
  }
}

function around({ submitter, owner, team }: IdeaCircle): (string | null)[] {
  return [submitter, owner, ...team];
}

/** Those who test an idea, and who decides on what comes of it. */
function atWork({ owner, team, decider }: IdeaCircle): (string | null)[] {
  return [owner, ...team, decider];
}

/** The hub, then administrators too; and those who should have heard of the end itself, when nobody was there to say it. */
function lateTo(data: DomainEvent['data'], circle: IdeaCircle): (string | null)[] {
  return [...circle.hub, ...(data['stage'] === 2 ? circle.admins : []), ...(data['endUnsaid'] === true ? atWork(circle) : [])];
}

function people(members: readonly (string | null)[], doer: string | null = null): string[] {
  return [...new Set(members)].filter((member): member is string => member !== null && member !== doer);
}

function memberIn(data: DomainEvent['data'], key: string): string | null {
  const member = data[key];
  return typeof member === 'string' ? member : null;
}

/** Whose decision it is, and who decides while they are away. */
function deciding(data: DomainEvent['data']): (string | null)[] {
  return [memberIn(data, 'decider'), memberIn(data, 'delegate')];
}

/** The decider's manager, else the other administrators; and those who should have heard that it is overdue, when nobody was there to say it. */
function escalatedTo(data: DomainEvent['data'], circle: IdeaCircle): (string | null)[] {
  const manager = memberIn(data, 'manager');
  const above = manager === null ? circle.admins.filter((admin) => admin !== data['decider']) : [manager];
  return [...above, ...(data['overdueUnsaid'] === true ? [...deciding(data), ...circle.hub] : [])];
}

/** The members whom an event names under a key. */
export function membersIn(data: DomainEvent['data'], key: string): string[] {
  const members = data[key];
  return Array.isArray(members) ? members.filter((member): member is string => typeof member === 'string') : [];
}
