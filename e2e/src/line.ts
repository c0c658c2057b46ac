import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';

/** A line between a browser and Polku that can be cut: what was open breaks, what is new is refused. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  private constructor(
    private readonly target: number,
    private port: number,
  ) {}

  /** Lays a line to the Polku at this address. */
  static async to(url: string): Promise<Line> {
    const line = new Line(Number(new URL(url).port), 0);
    await line.mend();
    return line;
  }

  /** The address of its near end. */
  get url(): string {
    return `http://localhost:${this.port}`;
  }

  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = server && new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    const server = createServer((near) => this.join(near));
    this.server = server;
    server.listen(this.port, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  private join(near: Socket): void {
    const far = connect(this.target, 'localhost');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.pipe(other);
      // Either end may break at any time: that is what this line is for.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
