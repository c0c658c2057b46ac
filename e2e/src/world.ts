import { type Browser, type BrowserContext, expect, test as base } from '@playwright/test';
import { addressOf, CAST, type CastName, type Manner, PASSWORD, Person, Visitor } from './actors.js';
import { Mailbox } from './mailbox.js';
import { type PolkuProcess, startPolku } from './polku-process.js';
import { Watch } from './watch.js';

/** A running Polku and the people around it, each with a browser of their own. */
export class World {
  readonly mailbox: Mailbox;
  private readonly contexts: BrowserContext[] = [];
  private readonly watches: Watch[] = [];

  constructor(
    private readonly browser: Browser,
    readonly url: string,
  ) {
    this.mailbox = new Mailbox(url);
  }

  /** Somebody of the cast, signed in, before a blank page. */
  async person(name: CastName, manner: Manner = {}): Promise<Person> {
    const { context, watch } = await this.open(name, manner);
    const signedIn = await context.request.post('/api/v1/session', { data: { email: addressOf(name), password: PASSWORD } });
    expect(signedIn.status(), `${name} signs in`).toBe(201);
    // Whoever reads Swedish since a journey before this one would get Swedish mails in it.
    const spoken = await context.request.patch('/api/v1/me', { data: { language: manner.language ?? 'en' } });
    expect(spoken.status(), `${name} chooses a language`).toBe(200);
    return new Person(await context.newPage(), context, watch, name);
  }

  /** Somebody who is not signed in. */
  async visitor(manner: Manner = {}): Promise<Visitor> {
    const { context, watch } = await this.open('visitor', manner);
    return new Visitor(await context.newPage(), context, watch, CAST.maja);
  }

  /** Everybody leaves. @throws when one of their browsers saw what must not happen. */
  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    expect(
      this.watches.flatMap((watch) => watch.problems()),
      'no browser saw an error, or asked another host',
    ).toEqual([]);
  }

  private async open(who: string, manner: Manner): Promise<{ context: BrowserContext; watch: Watch }> {
    const {
      language = 'en',
      theme = 'light',
      viewport = { width: 1600, height: 900 },
      line = { url: this.url },
      still = false,
      keepsFiles = false,
    } = manner;
    const context = await this.browser.newContext({
      baseURL: line.url,
      viewport: { ...viewport },
      // Every browser would fetch all files anew, and hide what a journey does to the network.
      serviceWorkers: keepsFiles ? 'allow' : 'block',
      colorScheme: theme,
      reducedMotion: still ? 'reduce' : 'no-preference',
      locale: 'en-GB',
      timezoneId: 'Europe/Warsaw',
      storageState: { cookies: [], origins: [{ origin: line.url, localStorage: [{ name: 'polku.language', value: language }] }] },
    });
    this.contexts.push(context);
    const watch = new Watch(context, line.url, who);
    this.watches.push(watch);
    return { context, watch };
  }
}

/** A world on a server of its own, whose clock goes ahead when the journey says so. */
export interface TimedWorld {
  readonly world: World;
  /** Sets the clock of the server ahead of the machine's by so many days. */
  readonly moveAhead: (days: number) => Promise<void>;
}

interface WorldFixtures {
  readonly world: World;
  readonly timed: TimedWorld;
}

interface ServerFixtures {
  readonly polku: PolkuProcess;
}

/** A journey: it gets a world of its own, on the server of its worker. */
export const test = base.extend<WorldFixtures, ServerFixtures>({
  polku: [
    async ({}, use) => {
      const polku = await startPolku();
      await use(polku);
      await polku.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  world: async ({ browser, polku }, use) => {
    const world = new World(browser, polku.url);
    await use(world);
    await world.close();
  },
  timed: [
    async ({ browser }, use) => {
      const polku = await startPolku({ clockMoves: true });
      const world = new World(browser, polku.url);
      await use({ world, moveAhead: (days) => polku.moveAhead(days) });
      await world.close();
      await polku.stop();
    },
    { timeout: 120_000 },
  ],
});

export { expect };
