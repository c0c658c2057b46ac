import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Finding } from './doctor-finding.js';
import { verdictOf } from './modules/attachments/index.js';
import { prepareDataFolder, type RunningConfig } from './platform/config/index.js';
import { type LocalFile, storeFor } from './platform/storage/index.js';

/** No organisation has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const CONTENT = 'Polku looks whether files can be kept here.\n';

/** Whether files can be kept, read again and taken away where the settings say. */
export async function files(config: RunningConfig): Promise<Finding> {
  const part = 'files';
  const { s3, dataFolder, redisUrl } = config;
  const place = s3 === null ? join(dataFolder, 'files') : `the bucket ${s3.bucket} of ${s3.endpoint}`;
  try {
    for (const folder of ['incoming', ...(s3 === null ? ['files'] : [])]) prepareDataFolder(join(dataFolder, folder));
    if (s3 !== null) await withTrial((trial) => keepAndTake(config, trial));
  } catch (error) {
    return { part, state: 'wrong', what: `they cannot be kept in ${place}: ${messageOf(error)}` };
  }
  if (s3 === null && redisUrl !== null) {
    return { part, state: 'look', what: `they are kept in ${place}: with several machines, all must see that folder, or S3_BUCKET be set` };
  }
  return { part, state: 'ok', what: `they are kept in ${place}` };
}

/** Whether the virus scanner lets in a file in which nothing is. */
export async function scanner({ scanner: program, embedded }: RunningConfig): Promise<Finding> {
  const part = 'virus scanner';
  if (program === null) {
    return { part, state: embedded ? 'ok' : 'look', what: 'POLKU_SCANNER is not set: nobody looks for viruses in files' };
  }
  const verdict = await withTrial(({ path }) => verdictOf(program, path));
  if ('trouble' in verdict) return { part, state: 'wrong', what: `${program.command}: ${verdict.trouble}. No file comes in` };
  if (verdict.exit === 0) return { part, state: 'ok', what: `${program.command} lets in a file in which nothing is` };
  return { part, state: 'wrong', what: `${program.command} refuses even a file in which nothing is (it ended with ${verdict.exit})` };
}

async function keepAndTake(config: RunningConfig, trial: LocalFile): Promise<void> {
  const store = storeFor(config);
  const key = { organisation: NOBODY, id: randomUUID() };
  await store.put(key, trial);
  const kept = await store.get(key);
  const isThere = kept !== null && (await buffer(kept)).toString() === CONTENT;
  await store.delete(key);
  if (!isThere) throw new Error('a file that was put there did not come back');
}

async function withTrial<Result>(work: (trial: LocalFile) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'polku-doctor-'));
  try {
    const path = join(folder, 'trial');
    await writeFile(path, CONTENT);
    return await work({ path, bytes: Buffer.byteLength(CONTENT), sha256: createHash('sha256').update(CONTENT).digest('hex') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** With what fetch says of the reason: its own message is only that it failed. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
