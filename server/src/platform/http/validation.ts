import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { FIELD_CODES, type FieldCode, type FieldProblem } from '#contracts';
import { Invalid } from './problems.js';

/** What a schema of the contract finds wrong. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly code?: string;
  readonly origin?: string;
  readonly format?: string;
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/** The path of what is wrong as a whole. */
const WHOLE = 'body';

/** Leaves `__proto__` and `constructor` where they are: to the contract they are unknown fields as others are, and never reach an object. */
class ContractPipe extends StandardSchemaValidationPipe {
  protected override stripProtoKeys(): void {
    // The contract's schemas build new objects out of the fields they know.
  }

  /** What is wrong with a part of the address is said under the name of that part. */
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { type, data: name } = metadata;
    if (type !== 'param' || name === undefined) return super.transform(value, metadata);
    return super.transform(value, metadata).catch((error: unknown) => {
      if (!(error instanceof Invalid)) throw error;
      throw new Invalid((error.extras.fields ?? []).map((field) => ({ ...field, path: field.path === WHOLE ? name : field.path })));
    });
  }
}

/** Validates bodies, queries and parameters against the contract; what does not fit is 422, field by field. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new ContractPipe({
    exceptionFactory: (issues) => new Invalid(fieldProblemsOf((issues as readonly Issue[]).slice(0, 50))),
  });
}

/** What a schema found wrong, field by field in the contract's codes. */
export function fieldProblemsOf(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap(fieldProblems);
}

function fieldProblems(issue: Issue): FieldProblem[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).slice(0, 20).map((key) => ({
      path: [...path, key].join('.').slice(0, 300),
      code: 'unknown-field',
      message: 'There is no such field.',
    }));
  }
  const code = codeOf(issue);
  return [{ path: path.join('.').slice(0, 300) || WHOLE, code, message: messageOf(code, issue) }];
}

function codeOf(issue: Issue): FieldCode {
  if ((FIELD_CODES as readonly string[]).includes(issue.message)) return issue.message as FieldCode;
  switch (issue.code) {
    case 'invalid_type':
      return codeOfType(issue);
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'too-small';
    case 'invalid_format':
      return issue.format === 'date' || issue.format === 'datetime' ? 'not-a-date' : 'unknown-value';
    case 'invalid_value':
      return 'unknown-value';
    case 'invalid_union':
      return codeOf(issue.errors?.flat()[0] ?? { message: '', code: 'invalid_value' });
    case 'custom':
      return 'bad-character';
    default:
      return 'wrong-type';
  }
}

/** What came instead stands in the message alone: a schema that is asked by its standard way tells no input. */
function codeOfType({ message, expected }: Issue): FieldCode {
  if (/received (undefined|null)$/.test(message)) return 'required';
  if (/received NaN$/.test(message)) return 'not-a-number';
  return expected === 'int' ? 'not-whole' : 'wrong-type';
}

function messageOf(code: FieldCode, issue: Issue): string {
  const most = typeof issue.maximum === 'number' || typeof issue.maximum === 'bigint' ? String(issue.maximum) : '';
  const least = typeof issue.minimum === 'number' || typeof issue.minimum === 'bigint' ? String(issue.minimum) : '';
  const messages: Partial<Record<FieldCode, string>> = {
    required: 'Must be there.',
    'too-long': `Must not be longer than ${most}.`,
    'too-short': 'Must not be empty.',
    'too-large': most === '' ? 'Is too large.' : `Must be at most ${most}.`,
    'too-small': least === '' ? 'Is too small.' : `Must be at least ${least}.`,
    'not-a-number': 'Must be a number.',
    'not-a-date': 'Must be a date such as 2026-11-30.',
    'year-out-of-range': 'Must lie in the years from 2000 to 2199.',
    'bad-character': 'Holds a character that cannot be stored.',
    'not-readable': 'Must be readable JSON.',
    'more-than-total': 'Must not be more than the total.',
    'not-whole': 'Must be a whole number.',
    'unknown-value': 'Must be one of the known values.',
    'wrong-type': 'Is of the wrong type.',
  };
  return issue.format === 'uuid' ? 'Must be an id.' : (messages[code] ?? issue.message);
}
