import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { loadConfig } from '../src/platform/config/index.js';
import { withSecretFiles } from '../src/platform/config/secret-files.js';
import { filledIn } from './scaled/proxy.js';

interface Service {
  readonly image: string;
  readonly read_only?: boolean;
  readonly security_opt?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const docker = join(import.meta.dirname, '..', '..', 'docker');
const text = readFileSync(join(docker, 'compose.yml'), 'utf8');
// Compose merges by `<<`, which only YAML 1.1 knows.
const { services, secrets } = load(text, { schema: YAML11_SCHEMA }) as Compose;
const polkus = Object.entries(services).filter(([, { image }]) => image === 'polku');

/** What compose hands to a process where the operator's environment has nothing. */
function settingsOf({ environment = {} }: Service): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/, '$1')]));
}

describe('the compose file', () => {
  it('has two web processes and two workers, and only the proxy is reached from outside', () => {
    expect(polkus.map(([, service]) => service.environment?.['POLKU_ROLES'])).toEqual(['web', 'web', 'worker', 'worker']);
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['proxy']);
  });

  it('lets no container write its root file system or win rights, and asks each how it is', () => {
    for (const [name, service] of Object.entries(services)) {
      expect([name, service.read_only, service.security_opt, service.cap_drop]).toEqual([name, true, ['no-new-privileges:true'], ['ALL']]);
      // The image of the web processes brings its own.
      const asks = service.healthcheck !== undefined || service.environment?.['POLKU_ROLES'] === 'web';
      expect([name, asks]).toEqual([name, true]);
    }
  });

  it('holds no secret, but names files that are given to whoever reads them', () => {
    expect(text).not.toMatch(/(PASSWORD|SECRET|DATABASE_URL|SMTP_URL):/);
    for (const [name, service] of Object.entries(services)) {
      for (const [setting, value] of Object.entries(service.environment ?? {})) {
        if (!setting.endsWith('_FILE')) continue;
        const secret = value.replace('/run/secrets/', '');
        expect([name, service.secrets]).toEqual([name, expect.arrayContaining([secret])]);
        expect(secrets[secret]?.file).toBe(`./secrets/${secret}`);
      }
    }
  });

  it('gives settings that Polku takes', () => {
    for (const [, service] of polkus) {
      const { DATABASE_URL_FILE, POLKU_SECRET_FILE, SMTP_URL_FILE, ...rest } = settingsOf(service);
      expect([DATABASE_URL_FILE, POLKU_SECRET_FILE, SMTP_URL_FILE]).not.toContain(undefined);
      const settings = loadConfig({
        ...withSecretFiles(rest),
        DATABASE_URL: 'postgres://polku@postgres/polku',
        POLKU_SECRET: 's'.repeat(40),
      });
      expect(settings).toMatchObject({ redisUrl: 'redis://redis:6379', metricsPort: 9464, metricsHost: '0.0.0.0', traces: null });
    }
  });

  it('gives the proxy every variable of its configuration, and names of services that exist', () => {
    const given = settingsOf(services['proxy'] ?? { image: '' });
    const configuration = filledIn(readFileSync(join(docker, 'nginx.conf.template'), 'utf8'), given);
    const targets = [...configuration.matchAll(/^\s*server (\S+):3000/gm)].map(([, name]) => name ?? '');
    expect(targets.map((name) => services[name]?.environment?.['POLKU_ROLES'])).toEqual(['web', 'web']);
  });
});
