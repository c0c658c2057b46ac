import { HttpException } from '@nestjs/common';
import { Invalid, ProblemError } from '../../platform/http/index.js';

/** At most so many fields beside the file, each of so many bytes. */
export const FORM_LIMITS = { fields: 20, fieldSize: 100_000 } as const;

/** Says what is wrong with a form that could not be taken in; other errors come back as they are. */
export function formFault(error: unknown, isAborted: boolean, mostBytes: number): unknown {
  if (isAborted) return unreadable('The sending was broken off.');
  if (error instanceof HttpException && error.getStatus() === 413) {
    return new ProblemError(413, 'too-large', `The file is too large: at most ${mostBytes} bytes.`, { limit: mostBytes });
  }
  if (!(error instanceof HttpException) || error.getStatus() !== 400) return error;
  const { code, field } = causeOf(error);
  switch (code) {
    case 'LIMIT_FILE_COUNT':
      return tooManyFiles();
    case 'LIMIT_UNEXPECTED_FILE':
      return field === 'file' ? tooManyFiles() : Invalid.field(field, 'unknown-field', 'The file belongs into the field “file”.');
    case 'LIMIT_FIELD_VALUE':
      return Invalid.field(field, 'too-long', `Must not be longer than ${FORM_LIMITS.fieldSize} bytes.`);
    case 'LIMIT_FIELD_COUNT':
    case 'LIMIT_PART_COUNT':
      return Invalid.field('body', 'too-long', `A form has at most ${FORM_LIMITS.fields} fields beside the file.`);
    case 'MISSING_FIELD_NAME':
      return Invalid.field('body', 'required', 'A field of the form has no name.');
    case 'LIMIT_FIELD_KEY':
    case 'LIMIT_FIELD_NESTING':
    case 'LIMIT_FIELD_ARRAY_INDEX':
    case 'INVALID_FIELD_NAME':
      return Invalid.field(field, 'unknown-field', 'There is no such field.');
    default:
      return unreadable('The form is broken: its parts do not fit together, or its end is missing.');
  }
}

function tooManyFiles(): ProblemError {
  return Invalid.field('file', 'duplicate', 'Only one file can be sent at a time.');
}

function unreadable(message: string): ProblemError {
  return new ProblemError(400, 'unreadable', message, { fields: [{ path: 'body', code: 'not-readable', message }] });
}

/** What the reader of forms says itself: one of its codes, and the field it is about. */
function causeOf({ cause }: HttpException): { code: string; field: string } {
  const { code, field } = (typeof cause === 'object' && cause !== null ? cause : {}) as { code?: unknown; field?: unknown };
  return { code: typeof code === 'string' ? code : '', field: typeof field === 'string' && field !== '' ? field.slice(0, 300) : 'body' };
}
