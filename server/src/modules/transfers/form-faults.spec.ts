import { createServer } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import request, { type Response, type Test } from 'supertest';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TakeFile } from './take-file.guard.js';

const ADDRESS = '/api/v1/organisations/aleksandrow/imports';
const FILE = Buffer.from('title\nBenches');

let polku: TestApp;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  hanna = await polku.as('hanna');
});

afterAll(() => polku.close());

const form = () => request(polku.url).post(ADDRESS).set('Cookie', hanna.cookie);
const filled = () => form().attach('file', FILE, 'ideas.csv');

/** The status, the code, and path and code of the first field that is named. */
const told = ({ status, body }: Response) => [status, body.code, body.fields?.[0]?.path, body.fields?.[0]?.code];

describe('a form that cannot be', () => {
  const wrong: readonly [string, () => Test, readonly unknown[]][] = [
    ['has no file', () => form().field('dryRun', 'true'), [422, 'invalid', 'file', 'required']],
    ['is no form at all', () => form().send({ dryRun: 'true' }), [422, 'invalid', 'file', 'required']],
    ['has two files', () => filled().attach('file', FILE, 'more.csv'), [422, 'invalid', 'file', 'duplicate']],
    ['has its file in another field', () => form().attach('csv', FILE, 'ideas.csv'), [422, 'invalid', 'csv', 'unknown-field']],
    ['has a field nobody knows', () => filled().field('dryrun', 'true'), [422, 'invalid', 'dryrun', 'unknown-field']],
    ['has a field too deep', () => filled().field(`a${'[b]'.repeat(40)}`, '1'), [422, 'invalid', `a${'[b]'.repeat(40)}`, 'unknown-field']],
    ['has a field too long', () => filled().field('mapping', 'x'.repeat(100_001)), [422, 'invalid', 'mapping', 'too-long']],
    [
      'has too many fields',
      () => filled().field(Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`f${at}`, '1']))),
      [422, 'invalid', 'body', 'too-long'],
    ],
    ['has no boundary', () => form().type('multipart/form-data').send('--x\r\n'), [400, 'unreadable', 'body', 'not-readable']],
    [
      'ends in the middle',
      () =>
        form()
          .type('multipart/form-data; boundary=x')
          .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ntitle\nBen'),
      [400, 'unreadable', 'body', 'not-readable'],
    ],
    [
      'has a broken header',
      () => form().type('multipart/form-data; boundary=x').send('--x\r\nContent Disposition form-data\r\n\r\ntitle\r\n--x--\r\n'),
      [400, 'unreadable', 'body', 'not-readable'],
    ],
  ];

  it.each(wrong)('%s: says so', async (_, send, expected) => {
    expect(told(await send())).toEqual(expected);
    expect(await polku.sql('select 1 from app.import')).toEqual([]);
  });
});

it('a form whose sender goes away is no fault of the server', async () => {
  const sent = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ntitle\n';
  const taking = new Promise<unknown>((resolve) => {
    const server = createServer((req, res) => {
      const context = new ExecutionContextHost([req, res]);
      new TakeFile(polku.config).canActivate(context).catch(resolve);
      req.once('data', () => client.destroy());
      req.once('close', () => server.close());
    });
    const client = new Socket();
    server.listen(0, '127.0.0.1', () => {
      client.connect((server.address() as AddressInfo).port, '127.0.0.1');
      const head = ['POST / HTTP/1.1', 'Host: localhost', 'Content-Length: 5000', 'Content-Type: multipart/form-data; boundary=x', ''];
      client.write([...head, sent].join('\r\n'));
    });
  });
  expect(await taking).toMatchObject({ status: 400, code: 'unreadable' });
});
