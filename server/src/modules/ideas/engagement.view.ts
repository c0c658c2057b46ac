import type { EngagementView, Language, PersonView } from '#contracts';
import { type PathwayDefinition, stepOf } from '../../workflow/index.js';
import type { Engagement } from './engagement.entity.js';

/** Shows an engagement in the reader's language. */
export function engagementView(
  { id, on, who, count, how, heard, step, experimentId, memberId, at }: Engagement,
  definition: PathwayDefinition,
  people: ReadonlyMap<string, PersonView>,
  language: Language,
): EngagementView {
  return {
    id,
    on,
    who,
    count,
    how,
    heard,
    step,
    stepName: stepOf(definition, step)?.names?.[language] ?? step,
    experiment: experimentId,
    by: people.get(memberId) ?? null,
    at: at.toISOString(),
  };
}
