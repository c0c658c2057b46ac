import { createServer, get, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { checkPort, listen } from './listen.js';

const answering = () => createServer((_request, response) => response.end('here'));
const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some((entry) => entry.address === '::1'));

const fetched = (address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(address, { agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });

describe('listening on localhost', () => {
  it('answers on every loopback address the machine has', async () => {
    const server = answering();
    const { port, close } = await listen(server, { host: 'localhost', port: 0 });
    const addresses = [`http://127.0.0.1:${port}/`, ...(hasIpv6 ? [`http://[::1]:${port}/`] : [])];
    for (const address of addresses) expect(await fetched(address)).toBe('here');
    await close();
    await expect(fetched(addresses[0] ?? '')).rejects.toThrow('ECONNREFUSED');
  });

  it('finishes what was asked before it closes, by whichever address', async () => {
    const server = createServer();
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((begin) => {
      server.once('request', (_request, response: ServerResponse) => {
        answer = () => response.end('finished');
        begin();
      });
    });
    const { port, close } = await listen(server, { host: 'localhost', port: 0 });
    const answered = fetched(`http://${hasIpv6 ? '[::1]' : '127.0.0.1'}:${port}/`);
    await asked;
    const closed = close();
    answer();
    expect(await answered).toBe('finished');
    await closed;
  });

  it('says in one line that the port is in use', async () => {
    const server = answering();
    const { port, close } = await listen(server, { host: 'localhost', port: 0 });
    const line = `The port ${port} is in use: stop what uses it, or set PORT to another.`;
    await expect(listen(answering(), { host: 'localhost', port })).rejects.toThrow(line);
    await expect(checkPort({ host: '127.0.0.1', port })).rejects.toThrow(line);
    await close();
    await checkPort({ host: '127.0.0.1', port });
  });

  it('leaves the port alone while it looks whether it can be had', async () => {
    const server = answering();
    const { port, close } = await listen(server, { host: '127.0.0.1', port: 0 });
    await close();
    const connected: boolean[] = [];
    const knocking = setInterval(() => {
      const socket = connect(port, '127.0.0.1', () => connected.push(true));
      socket.on('error', () => undefined);
    }, 1);
    for (let turn = 0; turn < 20; turn += 1) await checkPort({ host: '127.0.0.1', port });
    clearInterval(knocking);
    expect(connected).toEqual([]);
  });

  it('says in one line that the machine has no such address', async () => {
    await expect(listen(answering(), { host: '192.0.2.1', port: 0 })).rejects.toThrow(
      /^This machine cannot listen on 192\.0\.2\.1 \(EADDRNOTAVAIL\)/,
    );
  });
});
