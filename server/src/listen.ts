import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { StartError, type Config } from './platform/config/index.js';

/** `localhost` is IPv4 to some programs and IPv6 to others, so it means both where the machine has both. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

/** Codes that say a machine has no such address. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** A server that takes connections. */
export interface Listening {
  readonly port: number;
  /**
   * Takes no further connection on any address and waits until those that are open have ended; idle ones end at once.
   * Whoever answers without an end (live streams) has to end them meanwhile.
   */
  readonly close: () => Promise<void>;
}

/**
 * Lets an HTTP server that does not listen yet take connections on the settings' host and port.
 * @throws StartError when the port is in use or may not be used.
 */
export async function listen(http: HttpServer, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  if (host !== 'localhost') {
    const chosen = await open(http, host, port);
    return { port: chosen, close: () => drain(http, [http]) };
  }
  const [first, second] = LOOPBACK;
  const chosen = await open(http, first, port);
  // A second door to the same server: Node lets one server listen in one place only.
  const door = createServer((socket) => http.emit('connection', socket));
  try {
    await open(door, second, chosen);
  } catch (error) {
    if (!(error instanceof MissingAddress)) {
      http.close();
      throw error;
    }
  }
  return { port: chosen, close: () => drain(http, door.listening ? [http, door] : [http]) };
}

/**
 * Looks whether the port can be had, before the long work of a start.
 * @throws StartError when it is in use or may not be used.
 */
export async function checkPort(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const { close } = await listen(createHttpServer(), config);
  await close();
}

class MissingAddress extends StartError {}

async function drain(http: HttpServer, doors: readonly Server[]): Promise<void> {
  const closed = Promise.all(doors.map((door) => new Promise((done) => door.close(done))));
  // A connection whose request ends from now on turns idle, and would stay open until its keep-alive time has passed.
  const idle = setInterval(() => http.closeIdleConnections(), 50);
  http.closeIdleConnections();
  await closed;
  clearInterval(idle);
}

function open(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(explain(error, host, port));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE') return new StartError(`The port ${port} is in use: stop what uses it, or set PORT to another.`);
  if (error.code === 'EACCES') return new StartError(`The port ${port} may not be used by this user: set PORT to one from 1024 on.`);
  const Reason = NO_SUCH_ADDRESS.has(error.code ?? '') ? MissingAddress : StartError;
  return new Reason(`This machine cannot listen on ${host} (${error.code ?? error.message}): set HOST to one of its addresses.`);
}
