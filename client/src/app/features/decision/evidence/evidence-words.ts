import type { LessonEvidence, PersonView } from '#contracts';
import { injectListing } from '../../../i18n/listing';
import { injectTranslate } from '../../../i18n/translate';

/** Evidence that can be said in a text: a text of the idea, how often people were involved, the team, lessons. */
export type SaidEvidence = string | number | readonly (PersonView | LessonEvidence)[] | null;

/** Says a piece of evidence as a text; empty when there is nothing. Test cards and verdicts have pictures of their own. */
export const injectEvidenceWords = (): ((evidence: SaidEvidence) => string) => {
  const t = injectTranslate();
  const list = injectListing();
  const lesson = (it: LessonEvidence): string =>
    (['observed', 'learned', 'therefore'] as const).map((part) => `${t(`codes.name.${part}`)}: ${it[part]}`).join('\n');
  return (evidence) => {
    if (evidence === null) return '';
    if (typeof evidence === 'string') return evidence;
    if (typeof evidence === 'number') return t('decision.evidence.engagements', { count: evidence });
    const people = evidence.flatMap((it) => ('name' in it ? [it.name] : []));
    const lessons = evidence.flatMap((it) => ('observed' in it ? [lesson(it)] : []));
    return [...(people.length > 0 ? [list(people)] : []), ...lessons].join('\n\n');
  };
};
