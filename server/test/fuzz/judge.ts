import { PROBLEM_CODES } from '#contracts';
import type { FuzzRequest } from './requests.js';
import type { FuzzAnswer } from './send.js';

const LONGEST = 5_000;
/** What tells of the inside: frames of a stack, files, statements. */
const INSIDE = /\n\s+at |node_modules|\/server\/src\/|\bselect .* from app\.|\binsert into app\.|QueryFailed|ZodError|TypeError/;

/** What is wrong with an answer; null when nothing is. */
export function faultOf(asked: FuzzRequest, { status, type, text, took }: FuzzAnswer): string | null {
  const told = `${asked.asker}: ${asked.operation.method} ${asked.path.slice(0, 300)} ${JSON.stringify(asked.headers).slice(0, 200)} ${String(asked.body).slice(0, 400)}`;
  const fault = (what: string) => `${what} — ${told} — ${text.slice(0, 300)}`;
  if (status === 0) return fault('no answer');
  if (status >= 500) return fault(String(status));
  if (took > LONGEST) return fault(`${Math.round(took)} ms`);
  if (status < 400) return null;
  if (INSIDE.test(text)) return fault(`${status} tells of the inside`);
  return isProblem(type, text) ? null : fault(`${status} without a known code`);
}

function isProblem(type: string, text: string): boolean {
  if (!type.startsWith('application/problem+json')) return false;
  const { code } = JSON.parse(text) as { code?: unknown };
  return (PROBLEM_CODES as readonly unknown[]).includes(code);
}
