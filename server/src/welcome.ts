import type { Config } from './platform/config/index.js';

/** A person of the demo, as the welcome shows them. */
export interface Guest {
  readonly name: string;
  readonly email: string;
  /** What they are there: "hub, Aleksandrow". */
  readonly part: string;
}

/** What the person who started Polku should read once it is ready. */
export interface Welcome {
  readonly config: Pick<Config, 'host' | 'publicUrl' | 'dataFolder' | 'embedded' | 'smtpUrl'>;
  readonly port: number;
  /** The demo's people and their common password; null outside the demo. */
  readonly demo: { readonly people: readonly Guest[]; readonly password: string } | null;
}

/** Says on standard output where Polku is and, in the demo, who can sign in. */
export function printWelcome(welcome: Welcome): void {
  console.log(welcomeText(welcome));
}

/** The text of the welcome, without a line break at its end. */
export function welcomeText({ config, port, demo }: Welcome): string {
  const address = config.publicUrl?.origin ?? `http://${reachable(config.host)}:${port}`;
  const lines = ['', `Polku is ready: ${address}`];
  if (demo !== null) {
    const widest = Math.max(...demo.people.map(({ email }) => email.length));
    lines.push('', `Demo sign-ins, all with the password ${demo.password}:`);
    for (const { email, name, part } of demo.people) lines.push(`  ${email.padEnd(widest)}  ${name} (${part})`);
    if (config.smtpUrl === null) lines.push('', `Mails that would be sent: ${address}/dev/mail`);
  }
  if (config.embedded) lines.push('', `Data: ${config.dataFolder}. Stop with Ctrl-C.`);
  return lines.join('\n');
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
