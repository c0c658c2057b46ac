// PostgreSQL's codes and classes for what passes by itself: collisions, locks, a server that is full, starting or stopping, a lost connection.
const CODES = new Set(['40001', '40P01', '55P03', '57014', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const CLASSES = ['08', '53', '57P'];
// What pg says without any code: all connections are in use for too long, or one was lost.
const MESSAGES = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
];

/** Whether a failure comes from the database being busy or away, so that doing the same again later is right. */
export function isPassingTrouble(error: unknown): boolean {
  const code = driverCode(error);
  if (code !== null && (CODES.has(code) || CLASSES.some((begin) => code.startsWith(begin)))) return true;
  return error instanceof Error && MESSAGES.some((begin) => error.message.startsWith(begin));
}

/** The code that the database's driver gave an error, or null. */
export function driverCode(error: unknown): string | null {
  return driverFault(error).code;
}

/** The code, and the constraint that was not kept, which the database's driver gave an error; TypeORM wraps its errors, others do not. */
export function driverFault(error: unknown): { readonly code: string | null; readonly constraint: string | null } {
  const nothing = { code: null, constraint: null };
  if (typeof error !== 'object' || error === null) return nothing;
  const inner = 'driverError' in error && typeof error.driverError === 'object' && error.driverError !== null ? error.driverError : error;
  return { code: wordIn(inner, 'code'), constraint: wordIn(inner, 'constraint') };
}

function wordIn(fault: object, key: string): string | null {
  const value: unknown = Reflect.get(fault, key);
  return typeof value === 'string' ? value : null;
}
