import type { Language } from '#contracts';
import { EL } from './el.js';
import { EN } from './en.js';
import { FI } from './fi.js';
import { PL } from './pl.js';
import { SV } from './sv.js';

/** The name of a sentence. */
export type WordKey = keyof typeof EN;

/** All sentences of one language, in ICU message syntax. */
export type Words = Readonly<Record<WordKey, string>>;

/** The sentences about notifications in the five languages. */
export const WORDS: Readonly<Record<Language, Words>> = { en: EN, pl: PL, el: EL, sv: SV, fi: FI };
