import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const selectorsIn = (text: string): string[] => [...text.matchAll(/^ {2}selector: '([^']+)'/gm)].map(([, selector]) => selector ?? '');
const hostsIn = (text: string): string[] => [...text.matchAll(/hostSelector = '([^']+)'/g)].map(([, selector]) => selector ?? '');

describe('the parts of the client', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (it) => it.endsWith('.ts') && !it.endsWith('.spec.ts'),
  );
  const read = (chosen: (file: string) => boolean): string[] => files.filter(chosen).map((it) => readFileSync(join(__dirname, it), 'utf8'));

  it('all have a harness, so that no test needs to know how they are built', () => {
    const parts = read((it) => !it.includes('testing')).flatMap(selectorsIn);
    const hosts = new Set(read((it) => it.includes('testing')).flatMap(hostsIn));
    expect(parts.length).toBeGreaterThan(40);
    expect(parts.filter((it) => !hosts.has(it))).toEqual([]);
  });
});
