import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What follows the block of each `@defer` of a template. */
const afterDeferred = (template: string): string[] =>
  [...template.matchAll(/@defer\b[^{]*\{/g)].map(({ index, 0: head }) => {
    let depth = 1;
    let at = index + head.length;
    for (; depth > 0 && at < template.length; at += 1) depth += template[at] === '{' ? 1 : template[at] === '}' ? -1 : 0;
    return template.slice(at).trimStart();
  });

describe('a part of a page that comes later', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (it) => /\.(html|ts)$/.test(it) && !/\.spec\.ts$/.test(it),
  );
  const deferred = files.flatMap((file) => afterDeferred(readFileSync(join(__dirname, file), 'utf8')).map((rest) => ({ file, rest })));

  it('says what is shown when it cannot be loaded, or that nothing is: without that the browser logs an error', () => {
    expect(deferred.length).toBeGreaterThan(5);
    expect(deferred.filter(({ rest }) => !rest.startsWith('@error')).map(({ file }) => file)).toEqual([]);
  });
});
