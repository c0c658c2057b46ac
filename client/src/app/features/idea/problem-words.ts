import type { ProblemError } from '../../api/problem-error';
import { injectTranslate } from '../../i18n/translate';
import { injectRefusalWords } from '../../ui/refusals/refusal-words';

/** Gives the words for why a comment or a file was not sent, saved or taken away. */
export const injectProblemWords = (): ((problem: ProblemError) => string) => {
  const t = injectTranslate();
  const refusalWords = injectRefusalWords();
  return ({ code, refusals, fields, retryAfter }) => {
    const said = [...refusals.map((it) => refusalWords(it)), ...fields.map((it) => t(`codes.field.${it.code}`))];
    return said.join(' · ') || t(`codes.problem.${code}`, { seconds: retryAfter ?? 60 });
  };
};
