import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The hold of one process on a data folder; it ends with the process, however that ends. */
export interface Hold {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. A listening socket, not a file with a process id: two starts at the same moment cannot
 * both have it, and nothing stale stays behind after a SIGKILL.
 * @returns the hold, or the process id of the one who has it.
 */
export async function holdFolder(dataFolder: string): Promise<Hold | { readonly heldBy: number | null }> {
  const address = addressOf(realpathSync(dataFolder));
  const server = await listen(address);
  if (server !== null) return { release: () => new Promise((done) => server.close(() => done())) };
  const holder = await askHolder(address);
  if (holder !== 'nobody') return { heldBy: holder };
  // Only where sockets are files (macOS) can one be left behind.
  rmSync(address, { force: true });
  return holdFolder(dataFolder);
}

function addressOf(folder: string): string {
  const name = `polku-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)));
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

function askHolder(address: string): Promise<number | null | 'nobody'> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let answer = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'nobody' : null));
    socket.on('close', () => resolve(answer === '' ? null : Number(answer)));
  });
}
