import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../eventually.js';

const template = join(import.meta.dirname, '..', '..', '..', 'docker', 'nginx.conf.template');

/** A proxy before two web processes. */
export interface Proxy {
  stop(): Promise<void>;
}

/** What the proxy has to know. */
export interface ProxySettings {
  readonly port: number;
  /** Host and port of the web processes. */
  readonly webs: readonly [string, string];
  /** A folder of its own. */
  readonly folder: string;
  /** Ctrl-C does not stop it before those behind it. */
  readonly detached?: boolean;
}

/** Whether there is an nginx that can be started. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** Starts nginx with the configuration that containers use, too, and waits until it takes connections. */
export async function startProxy({ port, webs, folder, detached = false }: ProxySettings): Promise<Proxy> {
  mkdirSync(folder, { recursive: true });
  const settings: Readonly<Record<string, string>> = {
    POLKU_PROXY_LISTEN: `127.0.0.1:${port}`,
    POLKU_PROXY_FOLDER: folder,
    POLKU_WEB_1: webs[0],
    POLKU_WEB_2: webs[1],
  };
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, filledIn(readFileSync(template, 'utf8'), settings));
  const child = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', file, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached,
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  await eventually(() => {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said.join('')}`);
    return takesConnections(port);
  }, 10_000);
  return { stop: () => ended(child) };
}

/** The template with its variables filled in; nginx's own variables are written without braces. */
export function filledIn(text: string, settings: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(POLKU_\w+)\}/g, (_, name: string) => {
    const value = settings[name];
    if (value === undefined) throw new Error(`The proxy needs ${name}.`);
    return value;
  });
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', reject);
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
