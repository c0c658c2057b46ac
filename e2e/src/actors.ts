import { type APIResponse, type BrowserContext, expect, type Page } from '@playwright/test';
import type { IdeaView, Language, Problem, SubmitIdea } from '#contracts';
import { AskDecisionDialog } from './pages/ask-decision-dialog.js';
import { BoardPage } from './pages/board-page.js';
import { DecisionPage } from './pages/decision-page.js';
import { DecisionsPage } from './pages/decisions-page.js';
import { EffectsPage } from './pages/effects-page.js';
import { ExperimentPage } from './pages/experiment-page.js';
import { HomePage } from './pages/home-page.js';
import { IdeaPage } from './pages/idea-page.js';
import { IdeasPage } from './pages/ideas-page.js';
import { ImportPage } from './pages/import-page.js';
import { ChallengesPage } from './pages/challenges-page.js';
import { LessonsPage } from './pages/lessons-page.js';
import { Shell } from './pages/shell.js';
import { SignInPage } from './pages/sign-in-page.js';
import { SubmitPage } from './pages/submit-page.js';
import type { Watch } from './watch.js';

/** Who is who in the demo, and where. */
export const CAST = {
  maja: 'aleksandrow',
  tomek: 'aleksandrow',
  hanna: 'aleksandrow',
  oskar: 'aleksandrow',
  irena: 'aleksandrow',
  piotr: 'aleksandrow',
  elin: 'lindvik',
  nikos: 'lindvik',
} as const;

/** A first name of the cast, in lower case. */
export type CastName = keyof typeof CAST;

/** The password of everybody in the demo. */
export const PASSWORD = 'polku-demo';

/** The address somebody signs in with. */
export function addressOf(name: CastName): string {
  return `${name}@${CAST[name]}.example`;
}

/** How somebody's browser is set. */
export interface Manner {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A line of their own to Polku. */
  readonly line?: { readonly url: string };
  /** Whether they asked their system for reduced motion. */
  readonly still?: boolean;
  /** Whether their browser keeps the files of Polku for when there is no network. */
  readonly keepsFiles?: boolean;
}

/** Somebody with a browser of their own: what they see, page by page. */
export class Visitor {
  readonly signInPage: SignInPage;
  readonly shell: Shell;
  readonly home: HomePage;
  readonly board: BoardPage;
  readonly submitPage: SubmitPage;
  readonly ideas: IdeasPage;
  readonly idea: IdeaPage;
  readonly experiment: ExperimentPage;
  readonly decision: DecisionPage;
  readonly decisions: DecisionsPage;
  readonly askDecision: AskDecisionDialog;
  readonly importPage: ImportPage;
  readonly lessons: LessonsPage;
  readonly challenges: ChallengesPage;
  readonly effects: EffectsPage;

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly watch: Watch,
    readonly organisation: string,
  ) {
    this.signInPage = new SignInPage(page);
    this.shell = new Shell(page);
    this.home = new HomePage(page, organisation);
    this.board = new BoardPage(page, organisation);
    this.submitPage = new SubmitPage(page, organisation);
    this.ideas = new IdeasPage(page, organisation);
    this.idea = new IdeaPage(page, organisation);
    this.experiment = new ExperimentPage(page);
    this.decision = new DecisionPage(page);
    this.decisions = new DecisionsPage(page, organisation);
    this.askDecision = new AskDecisionDialog(page);
    this.importPage = new ImportPage(page, organisation);
    this.lessons = new LessonsPage(page, organisation);
    this.challenges = new ChallengesPage(page, organisation);
    this.effects = new EffectsPage(page, organisation);
  }

  /** The network goes away. */
  async losesNetwork(): Promise<void> {
    this.watch.expectsNoNetwork();
    await this.context.setOffline(true);
  }

  async findsNetwork(): Promise<void> {
    await this.context.setOffline(false);
  }
}

type Method = 'get' | 'post' | 'put' | 'patch';

/** Somebody of the cast, signed in. */
export class Person extends Visitor {
  constructor(
    page: Page,
    context: BrowserContext,
    watch: Watch,
    readonly name: CastName,
  ) {
    super(page, context, watch, CAST[name]);
  }

  /** Submits an idea without the screens, where the journey is about something else. */
  async hasSubmitted(idea: SubmitIdea): Promise<IdeaView> {
    return this.sends<IdeaView>('post', '/ideas', idea);
  }

  /** The idea as it now is. */
  async reads(number: number): Promise<IdeaView> {
    return this.sends<IdeaView>('get', `/ideas/${number}`);
  }

  /** Moves an idea without the screens. */
  async hasMoved(number: number, to: string, rest: object = {}): Promise<void> {
    const { version } = await this.reads(number);
    await this.sends('post', `/ideas/${number}/transitions`, { to, version, ...rest });
  }

  /** Speaks to the server as this person, past the screens. */
  async sends<Answer>(method: Method, path: string, data?: object): Promise<Answer> {
    const response = await this.asks(method, path, data);
    if (!response.ok()) throw new Error(`${this.name}: ${method} ${path} was answered with ${response.status()}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Asks for what the rules do not allow. @returns the problem, with its refusals. */
  async isRefused(path: string, data: object): Promise<Problem> {
    const response = await this.asks('post', path, data);
    expect(response.status(), `${this.name}: ${path} is refused`).toBe(409);
    return (await response.json()) as Problem;
  }

  private asks(method: Method, path: string, data?: object): Promise<APIResponse> {
    return this.context.request[method](`/api/v1/organisations/${this.organisation}${path}`, data ? { data } : {});
  }
}
