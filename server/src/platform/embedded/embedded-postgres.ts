import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { keptText, prepareDataFolder } from '../config/secret.js';
import { StartError } from '../config/start-error.js';
import { databaseAccount, type Account } from './account.js';
import { createCluster, freePort, OWNER, startPostmaster, type Postmaster } from './cluster.js';
import { holdFolder, type Hold } from './hold.js';
import { recoverCluster } from './orphan.js';
import { choosePlace, type Place } from './place.js';

/** What the embedded database needs to know. */
export interface EmbeddedOptions {
  /** Absolute path; made when it is not there. */
  readonly dataFolder: string;
  /** Takes the few lines an operator should read. */
  readonly log: (line: string) => void;
  /** PostgreSQL settings on top of Polku's own; for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Connection of its owner, a superuser, with the password. */
  readonly url: string;
  /** Stops it in order; call it last, when nobody uses the database any more. May be called twice. */
  readonly stop: () => Promise<void>;
}

const DATABASE = 'polku';
const MOST_RESTARTS = 5;
const CALM_MS = 60_000;
const STOP_PATIENCE_MS = 20_000;
const WATCH_MS = 500;

/**
 * Starts the PostgreSQL that comes with Polku, on a random loopback port, in its own process group: Ctrl-C reaches Polku alone, which
 * stops the database when its requests have ended. A database that dies by itself, or that somebody else tells to stop, is started again on
 * the same port.
 * @throws StartError when the data folder cannot be used or another Polku has it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataFolder } = options;
  prepareDataFolder(dataFolder);
  const hold = await holdFolder(dataFolder);
  if ('heldBy' in hold) {
    const who = hold.heldBy === null ? 'Another Polku' : `Another Polku (process ${hold.heldBy})`;
    throw new StartError(`${who} is using the data folder ${dataFolder}: stop it, or set POLKU_DATA to another folder.`);
  }
  try {
    return await startHeld(options, hold);
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** For commands beside a server: joins the embedded database that is already running on the data folder, or starts it for a while. */
export async function joinEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  prepareDataFolder(options.dataFolder);
  const hold = await holdFolder(options.dataFolder);
  if ('release' in hold) return startHeld(options, hold);
  const file = urlFile(options.dataFolder);
  if (!existsSync(file)) throw new StartError(`The Polku that uses ${options.dataFolder} is not ready yet: try again in a moment.`);
  return { url: readFileSync(file, 'utf8'), stop: async () => undefined };
}

async function startHeld({ dataFolder, log, settings = {} }: EmbeddedOptions, hold: Hold): Promise<EmbeddedPostgres> {
  const account = databaseAccount(log);
  const place = choosePlace(dataFolder, account, log);
  const password = keptText(join(dataFolder, 'database-password'));
  createCluster(place, account, password);
  await recoverCluster(place.cluster, log);
  const port = await freePort();
  const keeper = new Keeper(place, account, port, settings, log);
  await keeper.start();
  const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabase(url('postgres'));
    writeFileSync(urlFile(dataFolder), url(DATABASE), { mode: 0o600 });
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    rmSync(urlFile(dataFolder), { force: true });
    await keeper.stop();
    await hold.release();
  };
  let stopped: Promise<void> | undefined;
  return { url: url(DATABASE), stop: () => (stopped ??= stop()) };
}

/** Keeps one PostgreSQL running until it is told to stop. */
class Keeper {
  private readonly place: Place;
  private readonly account: Account | null;
  private readonly port: number;
  private readonly settings: Readonly<Record<string, string>>;
  private readonly log: (line: string) => void;
  private postmaster: Postmaster | undefined;
  private stopping = false;
  private restarts: number[] = [];

  constructor(
    place: Place,
    account: Account | null,
    port: number,
    settings: Readonly<Record<string, string>>,
    log: (line: string) => void,
  ) {
    this.place = place;
    this.account = account;
    this.port = port;
    this.settings = settings;
    this.log = log;
  }

  async start(): Promise<void> {
    const postmaster = await startPostmaster(this.place, this.account, this.port, this.settings);
    this.postmaster = postmaster;
    const watch = setInterval(() => this.look(postmaster, watch), WATCH_MS).unref();
    void postmaster.ended.then(() => {
      clearInterval(watch);
      return this.mend();
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { postmaster } = this;
    if (postmaster === undefined) return;
    await halt(postmaster);
  }

  /** A database that waits for its clients to leave, and lets no other in, would leave Polku limping for ever. */
  private look(postmaster: Postmaster, watch: NodeJS.Timeout): void {
    if (this.stopping || !postmaster.isStopping()) return;
    clearInterval(watch);
    this.log('The database was told to stop, and not by Polku.');
    void halt(postmaster);
  }

  private async mend(): Promise<void> {
    this.postmaster = undefined;
    if (this.stopping) return;
    this.restarts = [...this.restarts.filter((at) => at > performance.now() - CALM_MS), performance.now()];
    this.log('The database stopped by itself: starting it again.');
    try {
      if (this.restarts.length > MOST_RESTARTS) throw new StartError('The database keeps stopping by itself.');
      await recoverCluster(this.place.cluster, this.log);
      if (!this.stopping) await this.start();
    } catch (error) {
      this.log(`${error instanceof Error ? error.message : String(error)} Polku stops.`);
      process.kill(process.pid, 'SIGTERM');
    }
  }
}

/** Stops it in order, and at once when that takes too long. */
async function halt(postmaster: Postmaster): Promise<void> {
  postmaster.end('SIGINT');
  const impatience = setTimeout(() => postmaster.end('SIGQUIT'), STOP_PATIENCE_MS);
  await postmaster.ended;
  clearTimeout(impatience);
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function urlFile(dataFolder: string): string {
  return join(dataFolder, 'database-url');
}
