import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './config.js';
import { withSecretFiles } from './secret-files.js';
import { prepareDataFolder, resolveSecret } from './secret.js';
import { ConfigError, StartError } from './start-error.js';

const OWN_DATABASE = { DATABASE_URL: 'postgres://owner:hush@db.example/polku', POLKU_SECRET: 'x'.repeat(32) };

describe('settings', () => {
  it('are complete when nothing is given: embedded, with the demo story', () => {
    const config = loadConfig({}, '/checkout');
    expect(config).toMatchObject({
      port: 3000,
      host: 'localhost',
      dataFolder: '/checkout/.polku',
      seed: 'demo',
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      publicUrl: null,
      trustProxy: null,
      drain: 0,
      metricsPort: null,
      metricsHost: 'localhost',
      traces: null,
      secret: null,
      logLevel: 'warn',
      mode: 'production',
      embedded: true,
      clientFolder: '/checkout/dist/client/browser',
    });
    expect([...config.roles]).toEqual(['web', 'worker']);
  });

  it('start empty on a database of your own', () => {
    expect(loadConfig(OWN_DATABASE)).toMatchObject({ embedded: false, seed: 'empty', logLevel: 'info' });
  });

  it('trust a proxy on this machine or in its private network once there is a public address, or whom they name', () => {
    const PUBLIC_URL = 'https://ideas.example.org';
    expect(loadConfig({ PUBLIC_URL }).trustProxy).toEqual(['loopback', 'uniquelocal']);
    expect(loadConfig({ PUBLIC_URL, POLKU_TRUST_PROXY: 'none' }).trustProxy).toBeNull();
    expect(loadConfig({ POLKU_TRUST_PROXY: 'loopback, 10.1.0.0/16, ::1' }).trustProxy).toEqual(['loopback', '10.1.0.0/16', '::1']);
  });

  it('read secrets from files, too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'polku-secrets-'));
    const file = join(folder, 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    expect(withSecretFiles({ POLKU_SECRET_FILE: file, PORT: '1' })).toMatchObject({ POLKU_SECRET: 's'.repeat(40), PORT: '1' });
    expect(() => withSecretFiles({ POLKU_SECRET_FILE: file, POLKU_SECRET: 'x'.repeat(40) })).toThrow(
      'The settings POLKU_SECRET and POLKU_SECRET_FILE exclude each other: give one of them.',
    );
    expect(() => withSecretFiles({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(
      'The setting DATABASE_URL_FILE must name a file that can be read (ENOENT).',
    );
    writeFileSync(file, ' \n');
    expect(() => withSecretFiles({ DATABASE_URL_FILE: file })).toThrow('The setting DATABASE_URL_FILE must name a file that is not empty.');
    expect(loadConfig(withSecretFiles({ SMTP_URL_FILE: file })).smtpUrl).toBeNull();
  });

  it('treat an empty value as not given', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', POLKU_SEED: '' })).toMatchObject({ port: 3000, embedded: true, seed: 'demo' });
  });

  it('may split roles between processes that share a database', () => {
    expect([...loadConfig({ ...OWN_DATABASE, POLKU_ROLES: ' worker ' }).roles]).toEqual(['worker']);
  });

  it.each([
    [{ PORT: 'eighty' }, 'The setting PORT must be a number from 0 to 65535.'],
    [{ PORT: '65536' }, 'The setting PORT must be a number from 0 to 65535.'],
    [{ POLKU_SEED: 'full' }, 'The setting POLKU_SEED must be one of demo, empty, busy.'],
    [{ POLKU_ROLES: 'web,cook' }, 'The setting POLKU_ROLES must be web, worker, or both with a comma between.'],
    [{ POLKU_ROLES: 'web' }, 'The setting POLKU_ROLES can be one of web and worker only together with DATABASE_URL.'],
    [{ DATABASE_URL: 'mysql://u:hush@h/d' }, 'The setting DATABASE_URL must be an address that starts with postgres:// or postgresql://.'],
    [{ REDIS_URL: 'localhost:6379' }, 'The setting REDIS_URL must be an address that starts with redis:// or rediss://.'],
    [{ SMTP_URL: 'mail' }, 'The setting SMTP_URL must be an address that starts with smtp:// or smtps://.'],
    [
      { PUBLIC_URL: 'https://example.org/polku' },
      'The setting PUBLIC_URL must be an address without a path, for example https://ideas.example.org.',
    ],
    [
      { POLKU_TRUST_PROXY: 'loopback,proxy.example' },
      'The setting POLKU_TRUST_PROXY must be none, or addresses, ranges, loopback, linklocal, uniquelocal with commas between.',
    ],
    [{ POLKU_DRAIN: '301' }, 'The setting POLKU_DRAIN must be a number of seconds from 0 to 300.'],
    [{ POLKU_METRICS_PORT: 'on' }, 'The setting POLKU_METRICS_PORT must be a number from 0 to 65535.'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      'The setting OTEL_EXPORTER_OTLP_ENDPOINT must be an address that starts with http:// or https://.',
    ],
    [{ POLKU_SECRET: 'short' }, 'The setting POLKU_SECRET must have at least 32 characters.'],
    [
      { DATABASE_URL: OWN_DATABASE.DATABASE_URL },
      'The setting POLKU_SECRET is missing: with DATABASE_URL it is required, at least 32 characters.',
    ],
    [{ POLKU_LIMIT_IMPORTS: '0' }, 'The setting POLKU_LIMIT_IMPORTS must be a whole number from 1 to 1000000000.'],
    [{ POLKU_LIMIT_CHANGES: 'many' }, 'The setting POLKU_LIMIT_CHANGES must be a whole number from 0 to 1000000000.'],
    [{ POLKU_LOG: 'loud' }, 'The setting POLKU_LOG must be one of fatal, error, warn, info, debug, trace, silent.'],
  ])('refuse %j with one line', (env, line) => {
    expect(() => loadConfig(env)).toThrow(new ConfigError(line));
  });
});

describe('the secret', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'polku-config-'));

  it('is made once, kept for its owner alone, and the same at the next start', () => {
    const settings = loadConfig({ POLKU_DATA: join(folder(), 'new') });
    const { secret } = resolveSecret(settings);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(resolveSecret(settings).secret).toBe(secret);
    expect(readFileSync(join(settings.dataFolder, 'secret'), 'utf8')).toBe(secret);
    expect(statSync(join(settings.dataFolder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('is the given one when there is one', () => {
    expect(resolveSecret(loadConfig({ POLKU_SECRET: 's'.repeat(40) })).secret).toBe('s'.repeat(40));
  });

  it('says in one line that the data folder cannot be written', () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    const data = join(file, 'data');
    expect(() => resolveSecret(loadConfig({ POLKU_DATA: data }))).toThrow(
      new StartError(`The data folder ${data} cannot be written (ENOTDIR): set POLKU_DATA to a folder that can.`),
    );
    expect(() => prepareDataFolder('/proc/polku/data')).toThrow(/^The data folder \/proc\/polku\/data cannot be written \(E[A-Z]+\)/);
  });
});
