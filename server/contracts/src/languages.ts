/** The five languages of Polku, by their BCP 47 code; the first is the fallback. */
export const LANGUAGES = ['en', 'pl', 'el', 'sv', 'fi'] as const;

/** One of the five languages. */
export type Language = (typeof LANGUAGES)[number];

/** A word or sentence in all five languages. */
export type Translated = Readonly<Record<Language, string>>;
