import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from './days.js';
import { freePort, type PolkuProcessManner, startPolkuProcess } from '../../server/test/polku-process.js';

const client = join(import.meta.dirname, '..', '..', 'dist', 'client', 'browser', 'index.html');

/** A real Polku: the built server in a process of its own, with its own database and data folder, after the demo story. */
export interface PolkuProcess {
  readonly url: string;
  /** What it has printed so far. */
  log(): string;
  /** Stops it and removes its data. @throws when it had logged an error, or did not stop as it should. */
  stop(): Promise<void>;
  /** Sets its clock ahead of the machine's by so many days; only for one that was started with a clock that moves. */
  moveAhead(days: number): Promise<void>;
}

/** Starts Polku on a free port and waits until it is ready. */
export async function startPolku(manner: PolkuProcessManner = {}): Promise<PolkuProcess> {
  if (!existsSync(client)) throw new Error(`${client} is missing: npm test builds it.`);
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'polku-journeys-'));
  // Started as root, the database runs as another user, who has to get in.
  chmodSync(data, 0o755);
  const polku = await startPolkuProcess(data, port, { POLKU_SEED: 'demo', POLKU_LOG: 'warn' }, manner);
  return {
    url: `http://localhost:${port}`,
    log: () => polku.output(),
    moveAhead: (days) => polku.moveAhead(days * DAY),
    stop: async () => {
      const code = await polku.stop();
      rmSync(data, { recursive: true, force: true });
      const errors = errorsIn(polku.output());
      if (errors.length > 0) throw new Error(`Polku logged errors:\n${errors.join('\n')}`);
      if (code !== 143) throw new Error(`Polku ended with ${String(code)} when it was asked to stop:\n${polku.output()}`);
    },
  };
}

/** Lines of the log that tell of an error: pino's levels 50 and 60. */
function errorsIn(log: string): string[] {
  return log.split('\n').filter((line) => /"level":(50|60)\b/.test(line));
}
