import { createServer as createHttpServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
import { StartError, type Config } from './platform/config/index.js';

/** `localhost` is IPv4 to some programs and IPv6 to others, so it means both where the machine has both. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

/** Ports below belong to the system: whether they may be had shows only when it is tried. */
const FIRST_FREE = 1024;

/** Codes that say a machine has no such address. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** A server that takes connections. */
export interface Listening {
  readonly port: number;
  /** From now on every answer says that its connection ends with it; a proxy that keeps connections then has none left when `close` comes. */
  readonly retire: () => void;
  /**
   * Takes no further connection on any address and waits until those that are open have ended; idle ones end at once.
   * Whoever answers without an end (live streams) has to end them meanwhile.
   */
  readonly close: () => Promise<void>;
}

/** The settings that say where to listen, as an operator knows them. */
interface Names {
  readonly host: string;
  readonly port: string;
}

const PUBLIC: Names = { host: 'HOST', port: 'PORT' };

/**
 * Lets an HTTP server that does not listen yet take connections on the settings' host and port.
 * @throws StartError when the port is in use or may not be used.
 */
export async function listen(http: HttpServer, { host, port }: Pick<Config, 'host' | 'port'>, names = PUBLIC): Promise<Listening> {
  const answers = openAnswers(http);
  if (host !== 'localhost') {
    const chosen = await open(http, host, port, names);
    return { port: chosen, retire: () => retire(answers), close: () => drain(http, [http], answers) };
  }
  const [first, second] = LOOPBACK;
  const chosen = await open(http, first, port, names);
  // A second door to the same server: Node lets one server listen in one place only.
  const door = createServer((socket) => http.emit('connection', socket));
  try {
    await open(door, second, chosen, names);
  } catch (error) {
    if (!(error instanceof MissingAddress)) {
      http.close();
      throw error;
    }
  }
  return { port: chosen, retire: () => retire(answers), close: () => drain(http, door.listening ? [http, door] : [http], answers) };
}

/**
 * Looks whether the port can be had, before the long work of a start. It does not listen on it: a proxy would take that for the server, and
 * send requests that nobody answers.
 * @throws StartError when it is in use or may not be used.
 */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  for (const address of host === 'localhost' ? LOOPBACK : [host]) {
    if (await isAnswered(address, port)) throw explain({ code: 'EADDRINUSE' }, host, port, PUBLIC);
  }
  const { close } = await listen(createHttpServer(), { host, port: port < FIRST_FREE ? port : 0 });
  await close();
}

function isAnswered(host: string, port: number): Promise<boolean> {
  if (port === 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const conclude = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => conclude(true));
    socket.once('timeout', () => conclude(false));
    socket.once('error', () => conclude(false));
  });
}

class MissingAddress extends StartError {}

/** The answers that are under way; those that begin once `ending` is set say that their connection ends with them. */
interface Answers {
  readonly open: Set<ServerResponse>;
  ending: boolean;
}

function openAnswers(http: HttpServer): Answers {
  const answers: Answers = { open: new Set(), ending: false };
  http.prependListener('request', (_request, response: ServerResponse) => {
    if (answers.ending) response.setHeader('Connection', 'close');
    answers.open.add(response);
    response.once('close', () => answers.open.delete(response));
  });
  return answers;
}

/** A proxy keeps its connections for the next request: told in time, it does not send one into a connection that is being closed. */
function retire(answers: Answers): void {
  answers.ending = true;
  for (const response of answers.open) if (!response.headersSent) response.setHeader('Connection', 'close');
}

async function drain(http: HttpServer, doors: readonly Server[], answers: Answers): Promise<void> {
  retire(answers);
  // Whoever has connected already is let in first: a door that shuts turns away those who wait before it.
  await new Promise((next) => setImmediate(next));
  const closed = Promise.all(doors.map((door) => new Promise((done) => door.close(done))));
  // A connection whose request ends from now on turns idle, and would stay open until its keep-alive time has passed.
  const idle = setInterval(() => http.closeIdleConnections(), 50);
  http.closeIdleConnections();
  await closed;
  clearInterval(idle);
}

function open(server: Server, host: string, port: number, names: Names): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(explain(error, host, port, names));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function explain(
  error: Pick<NodeJS.ErrnoException, 'code'> & { readonly message?: string },
  host: string,
  port: number,
  names: Names,
): StartError {
  if (error.code === 'EADDRINUSE') return new StartError(`The port ${port} is in use: stop what uses it, or set ${names.port} to another.`);
  if (error.code === 'EACCES')
    return new StartError(`The port ${port} may not be used by this user: set ${names.port} to one from 1024 on.`);
  const Reason = NO_SUCH_ADDRESS.has(error.code ?? '') ? MissingAddress : StartError;
  return new Reason(
    `This machine cannot listen on ${host} (${error.code ?? error.message ?? 'unknown'}): set ${names.host} to one of its addresses.`,
  );
}
