import { inject } from '@angular/core';
import type { HistoryItem } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { isFields } from './event-fields';
import { injectMeasurementChanges } from './measurement-changes';
import { injectRolloutChanges } from './rollout-changes';

/** Says what happened in a sentence of the chosen language. */
export type HistoryWords = (item: HistoryItem) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : []);

const nameOf = (value: unknown): string => (isFields(value) ? text(value['name']) : '');

/** Gives the words for what happened to an idea; who and when stand beside them. */
export const injectHistoryWords = (): HistoryWords => {
  const t = injectTranslate();
  const list = injectListing();
  const moments = inject(Moments);
  const named = (group: string, name: string): string => {
    if (name === '') return '';
    const key = `codes.${group}.${name}`;
    const words = t(key);
    return words === key ? name : words;
  };
  const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
  const moved = ({ details, from, to, fromName, toName }: HistoryItem): string => {
    if (typeof details['returnOn'] === 'string') return t('idea.event.idea-parked', { date: moments.day(details['returnOn']) });
    if (details['into']) return t('idea.event.idea-merged', { into: text(details['into']) });
    if (details['undone'] === true) return t('idea.event.idea-moved-back', { to: toName ?? named('step', text(to)) });
    const manner = details['againstVerdict'] === true ? '-against' : details['overLimit'] === true ? '-over' : '';
    return t(`idea.event.idea-moved${manner}`, {
      from: fromName ?? named('step', text(from)),
      to: toName ?? named('step', text(to)),
    });
  };
  const edited = ({ details }: HistoryItem): string => {
    const fields = texts(details['fields']).map((field) => named('name', field));
    return fields.length > 0 ? t('idea.event.idea-edited', { fields: list(fields) }) : t('idea.event.idea-edited-plain');
  };
  const teamChanged = ({ kind, details }: HistoryItem): string => {
    const member = nameOf(details['member']);
    return member ? t(`idea.event.${kind}`, { member }) : t(`idea.event.${kind}-plain`);
  };
  const decisionOf = ({ details }: HistoryItem): string => capital(named('decision', text(details['decision'] ?? details['kind'])));
  const asked = ({ details }: HistoryItem): string => {
    const kind = named('decision', text(details['decision'] ?? details['kind']));
    const deadline = text(details['deadline']);
    return deadline ? t('idea.event.decision-asked-by', { kind, date: moments.day(deadline) }) : t('idea.event.decision-asked', { kind });
  };

  const amended = (number: string, details: HistoryItem['details']): string => {
    const fields = texts(details['fields']).map((field) => named('card', field));
    return fields.length > 0
      ? t('idea.event.experiment-amended', { number, fields: list(fields) })
      : t('idea.event.experiment-amended-plain', { number });
  };

  const changes = injectRolloutChanges();
  const measured = injectMeasurementChanges();
  const followedBy = (words: string, sign: string, more: string | null): string => (more ? `${words}${sign} ${more}` : words);

  return (item) => {
    const { kind, details, from, to, fromName, toName } = item;
    const number = text(details['experimentNumber']);
    switch (kind) {
      case 'idea-imported':
        return t('idea.event.idea-imported', { to: toName ?? named('step', text(to)) });
      case 'idea-moved':
        return moved(item);
      case 'idea-edited':
        return edited(item);
      case 'team-joined':
      case 'team-left':
        return teamChanged(item);
      case 'step-overdue': {
        const step = toName ?? fromName ?? ((to ?? from) ? named('step', text(to ?? from)) : '');
        return step ? t('idea.event.step-overdue-on', { step }) : t('idea.event.step-overdue');
      }
      case 'decision-asked':
        return asked(item);
      case 'panel-asked': {
        const deadline = text(details['deadline']);
        return deadline ? t('idea.event.panel-asked-by', { date: moments.day(deadline) }) : t('idea.event.panel-asked');
      }
      case 'decision-made':
        return t(details['againstVerdict'] === true ? 'idea.event.decision-made-against' : 'idea.event.decision-made', {
          kind: decisionOf(item),
          outcome: named('outcome', text(details['outcome'])),
        });
      case 'decision-delegated':
      case 'decision-covered': {
        const member = nameOf(details['member']);
        return t(member ? `idea.event.${kind}` : `idea.event.${kind}-plain`, { kind: decisionOf(item), member });
      }
      case 'decision-uncovered':
      case 'decision-due-soon':
      case 'decision-overdue':
      case 'decision-escalated':
        return t(`idea.event.${kind}`, { kind: decisionOf(item) });
      case 'experiment-moved':
        return t('idea.event.experiment-moved', { number, state: named('experiment-state', text(to)) });
      case 'rollout-moved':
        return followedBy(t('idea.event.rollout-moved', { state: named('rollout-state', text(to)) }), ' ·', changes.measured(details));
      case 'experiment-amended':
        return amended(number, details);
      case 'measurements-imported':
        return t('idea.event.measurements-imported', { number, count: Number(details['count'] ?? 0) });
      case 'measurement-recorded':
      case 'measurement-corrected':
        return followedBy(
          t(`idea.event.${details['withdrawn'] === true ? 'measurement-withdrawn' : kind}`, { number }),
          ':',
          measured(details),
        );
      case 'rollout-edited':
        return followedBy(t('idea.event.rollout-edited'), ' ·', changes.edited(details));
      case 'rollout-amended':
        return followedBy(t('idea.event.rollout-amended'), ' ·', changes.amended(details));
      case 'engagement-recorded': {
        const who = text(details['who']);
        return who ? t('idea.event.engagement-recorded', { who }) : t('idea.event.engagement-recorded-plain');
      }
      case 'observation-recorded':
      case 'experiment-planned':
      case 'experiment-edited':
      case 'experiment-ended':
        return t(`idea.event.${kind}`, { number });
      case 'experiment-ends-soon':
      case 'experiment-late':
        return t(`idea.event.${kind}`, { number, date: moments.day(text(details['endsOn'])) });
      case 'attachment-added':
      case 'attachment-removed': {
        const name = text(details['name']);
        return name ? t(`idea.event.${kind}`, { name }) : t(`idea.event.${kind}-plain`);
      }
      case 'idea-submitted':
      case 'comment-written':
      case 'comment-edited':
      case 'comment-deleted':
        return t(`idea.event.${item.kind}`);
      case 'members-mentioned':
      case 'idea-placed':
      case 'scorecard-given':
      case 'panel-stepped-out':
      case 'scorecards-in':
      case 'rollout-planned':
      case 'follow-up-due':
      case 'follow-up-late':
        return t(`idea.event.${kind}`);
    }
  };
};
