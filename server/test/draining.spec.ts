import { createServer, get } from 'node:http';
import { listen } from '../src/listen.js';
import { Draining } from '../src/platform/health/index.js';
import { LiveStreams } from '../src/platform/stream/index.js';
import { startTestApp } from './app.js';

describe('a server that has been told to stop', () => {
  it('is not ready any more but answers, and sends new live streams to another', async () => {
    const polku = await startTestApp();
    const hanna = await polku.as('hanna');
    expect((await fetch(`${polku.url}/health/ready`)).status).toBe(200);
    polku.app.get(Draining, { strict: false }).hasBegun = true;
    polku.app.get(LiveStreams, { strict: false }).closeAll();
    expect((await fetch(`${polku.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${polku.url}/health/live`)).status).toBe(200);
    expect((await hanna.get('/ideas')).status).toBe(200);
    expect((await hanna.get('/live')).status).toBe(503);
    await polku.close();
  });

  it('ends the connections that a proxy keeps, each with an answer', async () => {
    const listening = await listen(
      createServer((_request, response) => response.end()),
      { host: '127.0.0.1', port: 0 },
    );
    const connection = () =>
      new Promise<string | undefined>((resolve, reject) => {
        get({ host: '127.0.0.1', port: listening.port, headers: { Connection: 'keep-alive' } }, (response) => {
          response.resume().once('end', () => resolve(response.headers.connection));
        }).once('error', reject);
      });
    expect(await connection()).toBe('keep-alive');
    listening.retire();
    expect(await connection()).toBe('close');
    await listening.close();
  });
});
