import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES } from '#contracts/constants';

type Strings = Map<string, string>;
type Ast = ReturnType<IntlMessageFormat['getAst']>;

const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

const flatten = (node: unknown, path: string, into: Strings): Strings => {
  if (typeof node === 'string') into.set(path, node);
  else for (const [key, value] of Object.entries(node as Record<string, unknown>)) flatten(value, path ? `${path}.${key}` : key, into);
  return into;
};

/** How many names an object has, those of the objects in it included. */
const countNames = (node: unknown): number =>
  typeof node === 'object' && node !== null ? Object.values(node).reduce<number>((sum, value) => sum + 1 + countNames(value), 0) : 0;

const scopes = (language: string): string[] => readdirSync(join(__dirname, language)).filter((it) => it.endsWith('.json'));

const load = (language: string): Strings => {
  const all: Strings = new Map();
  for (const file of scopes(language)) {
    flatten(JSON.parse(readFileSync(join(__dirname, language, file), 'utf8')), file.replace('.json', ''), all);
  }
  return all;
};

const parse = (text: string, language: string): Ast => new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();

const walk = (ast: Ast, visit: (element: Ast[number]) => void): void => {
  for (const element of ast) {
    visit(element);
    if ('options' in element) for (const option of Object.values(element.options)) walk(option.value, visit);
  }
};

const placeholders = (text: string, language: string): string[] => {
  const names = new Set<string>();
  walk(parse(text, language), (it) => {
    if (it.type !== LITERAL && it.type !== POUND && 'value' in it) names.add(it.value);
  });
  return [...names].sort();
};

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => (it.endsWith('.ts') || it.endsWith('.html')) && !it.endsWith('.spec.ts'))
    .map((it) => readFileSync(join(folder, it), 'utf8'));

describe('strings', () => {
  const english = load('en');

  it('are there', () => {
    expect(english.size).toBeGreaterThan(100);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const strings = load(language);

    it('have the keys of English, no more and no fewer', () => {
      expect([...strings.keys()].sort()).toEqual([...english.keys()].sort());
    });

    it('have the placeholders of English', () => {
      const wrong = [...strings].filter(([key, text]) => {
        const mother = english.get(key);
        return mother !== undefined && placeholders(text, language).join() !== placeholders(mother, 'en').join();
      });
      expect(wrong).toEqual([]);
    });

    it('name every plural form of the language', () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const lacking: string[] = [];
      for (const [key, text] of strings) {
        walk(parse(text, language), (it) => {
          if (it.type === PLURAL && 'options' in it && forms.some((form) => !(form in it.options))) lacking.push(key);
        });
      }
      expect(lacking).toEqual([]);
    });

    it('are each named once', () => {
      // Of a name that stands twice, JSON keeps the last without a word.
      const twice = scopes(language).filter((file) => {
        const written = readFileSync(join(__dirname, language, file), 'utf8');
        const named = written.match(/^\s*"[^"]+":/gm)?.length ?? 0;
        const inline = written.match(/[{,] "[^"]+":/g)?.length ?? 0;
        return named + inline !== countNames(JSON.parse(written));
      });
      expect(twice).toEqual([]);
    });

    it('name a page in the menu as it is titled', () => {
      const pages = ['board', 'ideas', 'decisions', 'lessons', 'effects'];
      const menu = pages.map((page) => strings.get(`shell.nav.${page}`));
      expect(menu).toEqual(pages.map((page) => strings.get(`${page}.title`)));
    });

    it('are not empty', () => {
      expect([...strings].filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('belong to a scope that the index knows', () => {
      const indexes = ['index.ts', 'further.ts'].map((file) => readFileSync(join(__dirname, language, file), 'utf8'));
      expect(scopes(language).filter((file) => indexes.filter((index) => index.includes(`'./${file}'`)).length !== 1)).toEqual([]);
    });
  });

  it('exist for every key that the code names', () => {
    const named = sources(join(__dirname, '..')).flatMap((text) =>
      [...text.matchAll(/\bt\(\s*'([a-z-]+(?:\.[A-Za-z0-9-]+)+)'(?!\s*\+)/g)].map((it) => it[1] ?? ''),
    );
    expect(named.filter((key) => !english.has(key))).toEqual([]);
  });
});
