// npm run scaled: two web processes and two workers behind nginx, on one PostgreSQL and one Redis, all on this machine.
import { join } from 'node:path';
import '../test/load-typescript.mjs';
import { buildWhenChanged, checkout } from './build.mjs';
import { giveUp } from './run.mjs';

const { hasNginx } = await import('../test/scaled/proxy.ts');
const { hasRedis } = await import('../test/redis.ts');
if (!hasNginx()) giveUp('nginx is missing: install it (Debian: apt-get install nginx; it need not run by itself).');
if (!hasRedis()) giveUp('redis-server is missing: install it (Debian: apt-get install redis-server), or set REDIS_URL.');

const { DATABASE_URL, POLKU_DATA, PORT = '3000', POLKU_LOG = 'warn' } = process.env;
if (!/^[1-9]\d{0,4}$/.test(PORT)) giveUp('The setting PORT must be a number from 1 to 65535.');
const { ok, output } = await buildWhenChanged();
if (!ok) giveUp('The build failed, see above.', output);

const { startScaled } = await import('../test/scaled/scaled-polku.ts');
const starting = startScaled({
  folder: join(POLKU_DATA ?? join(checkout, '.polku'), 'scaled'),
  port: Number(PORT),
  ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
  env: { POLKU_LOG },
  detached: true,
  say: (line) => console.log(line),
  print: (text) => process.stdout.write(text),
});
let stopping = null;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    stopping ??= starting.then((it) => it.stop()).finally(() => process.exit(code));
  });
}
const polku = await starting.catch((error) => giveUp(error.message));
const lines = [
  '',
  `Polku is ready: ${polku.url}`,
  '',
  ...polku.webs.map(({ url, metrics }) => `  web     ${url}  ${metrics}`),
  ...polku.workers.map(({ metrics }) => `  worker  ${' '.repeat(polku.webs[0].url.length)}  ${metrics}`),
  '',
  `Demo sign-in: hanna@aleksandrow.example, password polku-demo. Mails that would be sent: ${polku.url}/dev/mail`,
  'Stop with Ctrl-C.',
];
console.log(lines.join('\n'));
