import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from './days.js';
import { type Part, type ScaledPolku, startScaled } from '../../server/test/scaled/scaled-polku.js';
import { freePort, type PolkuProcessManner, startPolkuProcess } from '../../server/test/polku-process.js';

const client = join(import.meta.dirname, '..', '..', 'dist', 'client', 'browser', 'index.html');

/** A real Polku: the built server in a process of its own, with its own database and data folder, after the demo story. */
export interface PolkuProcess {
  readonly url: string;
  /** In scaled mode the two web processes behind that address; else none. */
  readonly webs: readonly Part[];
  /** What it has printed so far. */
  log(): string;
  /** Stops it and removes its data. @throws when it had logged an error, or did not stop as it should. */
  stop(): Promise<void>;
  /** Sets its clock ahead of the machine's by so many days; only for one that was started with a clock that moves. */
  moveAhead(days: number): Promise<void>;
}

/** Starts Polku on a free port and waits until it is ready: one process or, with `POLKU_SCALED`, four of them behind a proxy. */
export async function startPolku(manner: PolkuProcessManner = {}): Promise<PolkuProcess> {
  if (!existsSync(client)) throw new Error(`${client} is missing: npm test builds it.`);
  const folder = mkdtempSync(join(tmpdir(), 'polku-journeys-'));
  // Started as root, the database runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  const polku = await (process.env['POLKU_SCALED'] ? startFour(folder, manner) : startOne(folder, manner));
  return {
    url: polku.url,
    webs: polku.webs,
    log: () => polku.output(),
    moveAhead: (days) => polku.moveAhead(days * DAY),
    stop: async () => {
      const codes = await polku.stop();
      rmSync(folder, { recursive: true, force: true });
      const errors = errorsIn(polku.output());
      if (errors.length > 0) throw new Error(`Polku logged errors:\n${errors.join('\n')}`);
      if (codes.some((code) => code !== 143)) {
        throw new Error(`Polku ended with ${codes.join(', ')} when it was asked to stop:\n${polku.output()}`);
      }
    },
  };
}

type Running = Pick<ScaledPolku, 'url' | 'output' | 'moveAhead' | 'stop'> & { readonly webs: readonly Part[] };

function startFour(folder: string, manner: PolkuProcessManner): Promise<Running> {
  return startScaled({ ...manner, folder, env: { POLKU_LOG: 'warn' } });
}

async function startOne(folder: string, manner: PolkuProcessManner): Promise<Running> {
  const port = await freePort();
  const polku = await startPolkuProcess(folder, port, { POLKU_SEED: 'demo', POLKU_LOG: 'warn' }, manner);
  return { ...polku, url: `http://localhost:${port}`, webs: [], stop: async () => [await polku.stop()] };
}

/** Lines of the log that tell of an error: pino's levels 50 and 60. */
function errorsIn(log: string): string[] {
  return log.split('\n').filter((line) => /"level":(50|60)\b/.test(line));
}
