import { setTimeout as pause } from 'node:timers/promises';
import type { IdeaCard, IdeaView } from '#contracts';
import { type Actor, actor, signInAs } from '../actors.js';
import { eventually } from '../eventually.js';
import type { Told } from '../invariants.js';

interface Card {
  number: number;
  version: number;
  step: string;
}

/** On a machine that is busy with other things, everything takes its time after a fault. */
const PATIENCE = 180_000;

type Answered = { -readonly [Key in 'moved' | 'submitted' | 'refused']: NonNullable<Told[Key]>[number][] };

/**
 * People who move cards and submit ideas without a pause, each time at the other address, and who remember what they were told. Where no
 * answer came they look how it stands, as a browser does; a submission is sent again with its key until it is answered.
 */
export class Load {
  readonly told: Answered = { moved: [], submitted: [], refused: [] };
  /** Requests that got no answer, or one that asks to try again. */
  unanswered = 0;
  private running: Promise<unknown> = Promise.resolve();
  private isOver = false;
  private turn = 0;

  private constructor(
    private readonly hannas: readonly Actor[],
    private readonly majas: readonly Actor[],
  ) {}

  static async signIn(urls: readonly string[]): Promise<Load> {
    const [first = ''] = urls;
    const everywhere = async (name: 'hanna' | 'maja') => {
      const { cookie } = await signInAs(first, name);
      return urls.map((url) => actor(url, name, cookie, 'aleksandrow'));
    };
    return new Load(await everywhere('hanna'), await everywhere('maja'));
  }

  /** How many answers there have been. */
  get answers(): number {
    return this.told.moved.length + this.told.refused.length + this.told.submitted.length;
  }

  /** Begins, with so many cards that are moved at once. */
  async begin(cards: number): Promise<void> {
    const ideas = await Promise.all(Array.from({ length: cards }, () => this.submit()));
    this.running = Promise.all([...ideas.map((card) => this.shuttle(card)), this.submitOnAndOn()]);
  }

  /** Waits until so many more answers have come. */
  async goesOn(answers: number): Promise<void> {
    const before = this.answers;
    await eventually(() => this.answers >= before + answers, PATIENCE);
  }

  /** Ends it, after the requests under way. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async shuttle(card: Card): Promise<void> {
    while (!this.isOver) {
      const to = card.step === 'submitted' ? 'explore-idea' : 'submitted';
      const move = { organisation: 'aleksandrow', number: card.number, version: card.version + 1, to };
      const body = { to, version: card.version, reason: 'To and fro.' };
      const response = await this.oneOf(this.hannas)
        .post(`/ideas/${card.number}/transitions`, body)
        .catch(() => null);
      if (response?.status === 201) {
        this.told.moved.push(move);
        Object.assign(card, { version: card.version + 1, step: to });
      } else if (response?.status === 409) this.told.refused.push(move);
      else {
        this.unanswered += 1;
        Object.assign(card, await this.asItStands(card.number));
      }
    }
  }

  private async submitOnAndOn(): Promise<void> {
    while (!this.isOver) {
      await this.submit();
      await pause(100);
    }
  }

  private async submit(): Promise<Card> {
    const title = `Shade for bus stop ${crypto.randomUUID()}`;
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const idea = await this.untilAnswered(async () => {
      const response = await this.oneOf(this.majas)
        .post('/ideas', { title, need: 'There is no shade.' }, key)
        .catch(() => null);
      return response?.status === 201 ? (response.body as IdeaCard) : null;
    });
    this.told.submitted.push({ organisation: 'aleksandrow', number: idea.number, title });
    return idea;
  }

  private asItStands(number: number): Promise<Card> {
    return this.untilAnswered(async () => {
      const response = await this.oneOf(this.hannas)
        .get(`/ideas/${number}`)
        .catch(() => null);
      if (response?.status !== 200) return null;
      const { version, step } = response.body as IdeaView;
      return { number, version, step };
    });
  }

  private async untilAnswered<T>(ask: () => Promise<T | null>): Promise<T> {
    return eventually(async () => {
      const answer = await ask();
      if (answer === null) this.unanswered += 1;
      return answer;
    }, PATIENCE);
  }

  private oneOf(actors: readonly Actor[]): Actor {
    const chosen = actors[this.turn++ % actors.length];
    if (!chosen) throw new Error('There is nobody.');
    return chosen;
  }
}
