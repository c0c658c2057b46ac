import type { IdeaCard } from '#contracts';
import { eventually } from '../eventually.js';

interface Card {
  number: number;
  version: number;
  step: string;
}

/** A move that was acknowledged. */
export interface Moved {
  readonly number: number;
  readonly version: number;
}

/** People who move cards and read without a pause, through one address, and who take no failure for an answer. */
export class SteadyLoad {
  readonly moved: Moved[] = [];
  /** What was answered that nobody should ever see. */
  readonly failures: string[] = [];
  reads = 0;
  private readonly url: string;
  private readonly cookie: string;
  private running: Promise<unknown> = Promise.resolve();
  private isOver = false;

  constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  /** Begins, with so many cards that are moved and so many people who read. */
  async begin(cards: number, readers: number): Promise<void> {
    const ideas = await Promise.all(Array.from({ length: cards }, () => this.submit()));
    const reading = Array.from({ length: readers }, (_, turn) => this.read(turn % 2 === 0 ? '/ideas' : `/ideas/${ideas[0]?.number}`));
    this.running = Promise.all([...ideas.map((card, turn) => this.shuttle(card, turn % 2 === 0)), ...reading]);
  }

  /** Waits until so many more moves were acknowledged. */
  async goesOn(moves: number): Promise<void> {
    const before = this.moved.length;
    await eventually(() => this.moved.length >= before + moves, 60_000);
  }

  /** Ends it, after the requests under way. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  /** A browser's moves carry no key, those of other programs do; either may be sent twice. */
  private async shuttle(card: Card, isKeyed: boolean): Promise<void> {
    while (!this.isOver) {
      const to = card.step === 'submitted' ? 'explore-idea' : 'submitted';
      const body = { to, version: card.version, reason: 'To and fro.' };
      const moved = await this.ask('POST', `/ideas/${card.number}/transitions`, 201, body, isKeyed);
      if (moved === null) return;
      Object.assign(card, { version: card.version + 1, step: to });
      this.moved.push({ number: card.number, version: card.version });
    }
  }

  private async read(path: string): Promise<void> {
    while (!this.isOver) {
      await this.ask('GET', path, 200);
      this.reads += 1;
    }
  }

  private async submit(): Promise<Card> {
    const idea = (await this.ask('POST', '/ideas', 201, { title: `Shade ${crypto.randomUUID()}`, need: 'There is none.' })) as IdeaCard;
    return { number: idea.number, version: idea.version, step: 'submitted' };
  }

  private async ask(method: 'GET' | 'POST', path: string, expected: number, body?: object, isKeyed = true): Promise<unknown> {
    const write =
      body === undefined ? {} : { 'Content-Type': 'application/json', ...(isKeyed && { 'Idempotency-Key': crypto.randomUUID() }) };
    try {
      const response = await fetch(`${this.url}/api/v1/organisations/aleksandrow${path}`, {
        method,
        headers: { Cookie: this.cookie, ...write },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.status === expected) return JSON.parse(text);
      this.failures.push(`${method} ${path}${isKeyed ? '' : ' without a key'}: ${response.status} ${text.slice(0, 300)}`);
    } catch (error) {
      this.failures.push(`${method} ${path}: ${String(error)} ${error instanceof Error ? String(error.cause) : ''}`);
    }
    return null;
  }
}
