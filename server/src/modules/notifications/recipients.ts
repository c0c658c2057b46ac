import type { NotificationKind } from '#contracts';
import type { DomainEvent } from '../../platform/outbox/index.js';

/** Who stands how to an idea, by member id. */
export interface IdeaCircle {
  readonly submitter: string | null;
  readonly owner: string | null;
  readonly team: readonly string[];
  readonly hub: readonly string[];
}

/** What is to be told, and to whom. */
export interface Telling {
  readonly kind: NotificationKind;
  readonly members: readonly string[];
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
] as const satisfies readonly DomainEvent['kind'][];

/**
 * Who is told what of an event (product.md §6). Nobody is told of their own act; the acknowledgement to the submitter is the
 * one exception. A move that a decision makes is told with the decision, not once more.
 */
export function whoIsTold(event: Pick<DomainEvent, 'kind' | 'member' | 'data'>, circle: IdeaCircle): Telling | null {
  switch (event.kind) {
    case 'idea-submitted':
      return { kind: 'acknowledged', members: people([circle.submitter]) };
    case 'idea-moved':
      if (event.data['decision'] !== undefined) return null;
      if (event.member === null)
        return { kind: 'returned', members: people([...around(circle), ...(circle.owner === null ? circle.hub : [])]) };
      return { kind: 'moved', members: people(around(circle), event.member) };
    case 'decision-asked':
      return { kind: 'decision-asked', members: people([deciderOf(event.data)], event.member) };
    case 'panel-asked':
      return { kind: 'panel-asked', members: people(panelOf(event.data), event.member) };
    case 'scorecards-in':
      return { kind: 'scorecards-in', members: people([deciderOf(event.data)], event.member) };
    case 'decision-made':
      return { kind: 'decided', members: people(around(circle), event.member) };
    case 'step-overdue':
      return { kind: 'step-overdue', members: people(circle.owner === null ? circle.hub : [circle.owner]) };
    default:
      return null;
  }
}

function around({ submitter, owner, team }: IdeaCircle): (string | null)[] {
  return [submitter, owner, ...team];
}

function people(members: readonly (string | null)[], doer: string | null = null): string[] {
  return [...new Set(members)].filter((member): member is string => member !== null && member !== doer);
}

function deciderOf(data: Readonly<Record<string, unknown>>): string | null {
  const { decider } = data;
  return typeof decider === 'string' ? decider : null;
}

function panelOf({ panel }: Readonly<Record<string, unknown>>): string[] {
  return Array.isArray(panel) ? panel.filter((member): member is string => typeof member === 'string') : [];
}
