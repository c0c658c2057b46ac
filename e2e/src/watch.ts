import type { BrowserContext } from '@playwright/test';

/** An answer that the browser reports as an error although it is part of how Polku works. */
interface Expected {
  readonly status: number;
  readonly path: RegExp;
}

/** Whoever is not signed in asks who they are; whoever looks at an idea asks for its rollout, which most have not. */
const ALWAYS: readonly Expected[] = [
  { status: 401, path: /\/api\/v1\/session$/ },
  { status: 404, path: /\/rollout$/ },
];

/** How the browser says that it reached nobody, or that a stream broke. */
const NO_NETWORK =
  /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|FAILED|CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/;

/** Sees what must not happen in any browser: errors of scripts and policies, requests to another host. */
export class Watch {
  private readonly seen: string[] = [];
  private readonly expected: Expected[] = [...ALWAYS];
  private offline = false;

  constructor(
    context: BrowserContext,
    private readonly url: string,
    private readonly who: string,
  ) {
    context.on('console', (message) => {
      if (message.type() === 'error' && !this.isExpected(message.text(), message.location().url)) {
        this.note(`console: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => this.note(`script: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.url) this.note(`request to another host: ${request.url()}`);
    });
  }

  /** What happened that must not. */
  problems(): readonly string[] {
    return this.seen;
  }

  /** From here on answers with this status are part of the journey. */
  expects(status: number, path = /./): void {
    this.expected.push({ status, path });
  }

  /** From here on requests may fail because there is no network. */
  expectsNoNetwork(): void {
    this.offline = true;
  }

  private isExpected(text: string, address: string): boolean {
    if (!text.startsWith('Failed to load resource')) return false;
    if (this.offline && NO_NETWORK.test(text)) return true;
    const status = Number(/status of (\d+)/.exec(text)?.[1]);
    const path = URL.canParse(address) ? new URL(address).pathname : '';
    return this.expected.some((it) => it.status === status && it.path.test(path));
  }

  private note(problem: string): void {
    this.seen.push(`${this.who}: ${problem}`);
  }
}
