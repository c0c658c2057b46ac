import { validate, type SchemaPath } from '@angular/forms/signals';
import type { FieldCode } from '#contracts';

/** What a rule says of a field: the code under which its sentence is found (`codes.field.…`). */
export interface FieldFault {
  readonly kind: FieldCode;
}

/** The text must say something. */
export const needed = (path: SchemaPath<string>): void => {
  validate(path, ({ value }) => (value().trim() === '' ? { kind: 'required' } : undefined));
};

/** The text has at most `limit` characters. No `maxlength` is set: it would cut what is pasted, unseen. */
export const atMost = (path: SchemaPath<string>, limit: number): void => {
  validate(path, ({ value }) => (value().trim().length > limit ? { kind: 'too-long' } : undefined));
};

/** A number as people write it, with a comma or a point; NaN when it is none, null when nothing is written. */
export const numberIn = (text: string): number | null => {
  const written = text
    .replaceAll(/[\s\u00a0\u202f%]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  if (written === '') return null;
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
};

/** A number between two bounds; nothing written is allowed. */
export const numberBetween = (path: SchemaPath<string>, least: number, most: number): void => {
  validate(path, ({ value }): FieldFault | undefined => {
    const number = numberIn(value());
    if (number === null) return undefined;
    if (Number.isNaN(number)) return { kind: 'not-a-number' };
    if (number < least) return { kind: 'too-small' };
    return number > most ? { kind: 'too-large' } : undefined;
  });
};

/** A whole number from `least` on; nothing written is allowed. */
export const wholeFrom = (path: SchemaPath<string>, least: number): void => {
  numberBetween(path, least, 1_000_000_000);
  validate(path, ({ value }): FieldFault | undefined => {
    const number = numberIn(value());
    return number !== null && !Number.isNaN(number) && !Number.isInteger(number) ? { kind: 'not-whole' } : undefined;
  });
};
