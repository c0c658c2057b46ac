import type { Socket } from 'node:net';
import pg from 'pg';

/** How many statements a connection keeps prepared; what comes after them is sent as it is. */
const MOST = 400;
/** Longer ones are made for one occasion: many rows at once. */
const LONGEST = 4_000;

/**
 * A connection that prepares the statements it is asked for, under a name each: PostgreSQL then reads a statement, and adds the policies of
 * row-level security to it, once a connection instead of each time. It still chooses by what the values cost whether one plan serves all.
 */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();
  private isHeldBack = false;

  override query(...call: unknown[]): never {
    this.holdBack();
    const [text, values] = call;
    const name = typeof text === 'string' && Array.isArray(values) ? this.nameOf(text) : null;
    const asked = name === null ? call : [{ name, text, values }, ...call.slice(2)];
    return (super.query as (...args: unknown[]) => never).apply(this, asked);
  }

  /** What is asked for at once leaves in one piece. */
  private holdBack(): void {
    if (this.isHeldBack) return;
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    this.isHeldBack = true;
    stream.cork();
    process.nextTick(() => {
      this.isHeldBack = false;
      stream.uncork();
    });
  }

  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= MOST || text.length > LONGEST) return null;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
