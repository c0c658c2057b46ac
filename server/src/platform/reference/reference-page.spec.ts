import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiDocument, groupsOf, type Schema } from './api-document.js';
import { exampleOf } from './example.js';
import { referencePage } from './reference-page.js';

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8')) as ApiDocument;
const routes = [...groupsOf(document).values()].flat();
const page = referencePage(document, ['/styles.css', '/api-docs.css']);

/** A document of one route. */
function documentOf(summary: string, schema: Schema = {}): ApiDocument {
  const operation = {
    operationId: 'do-it',
    summary,
    tags: ['Things'],
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 200: { description: summary } },
  };
  return { paths: { '/api/v1/things': { post: operation } } };
}

describe('the page of the API', () => {
  it('has every operation of the document, with its method, its address and a link to it', () => {
    expect(routes.length).toBeGreaterThan(80);
    const missing = routes.filter(
      ({ operationId, method, path }) =>
        !page.includes(`id="${operationId}"`) ||
        !page.includes(`href="#${operationId}"`) ||
        !page.includes(`>${method}</span> <code>${path}</code>`),
    );
    expect(missing).toEqual([]);
  });

  it('leads every link of its own to something that is there, and names nothing twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('carries no script, no style and no handler inside itself, and asks nothing of another site', () => {
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect([...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)].map(([, , inside]) => inside)).toEqual(['', '']);
    expect([...page.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].filter(([, address = '']) => !address.startsWith('/'))).toEqual([]);
  });

  it('writes the texts of the document as texts', () => {
    const hostile = `</p><script>alert("1")</script>`;
    const shown = referencePage(documentOf(hostile, { type: 'string', enum: [hostile], pattern: hostile }), []);
    expect(shown).not.toContain(hostile);
    expect(shown).toContain('&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  });

  it('says who may call a route, as the permission table does', () => {
    expect(sectionOf('sign-in')).toContain('everybody, without signing in');
    expect(sectionOf('read-me')).toContain('everybody who is signed in');
    expect(sectionOf('submit-idea')).toContain('one of the roles employee, hub, manager, admin');
  });

  it('shows how each route is called, with what it needs and no more', () => {
    expect(sectionOf('submit-idea')).toMatch(/-X POST [^<]*api\/v1\/organisations\/aleksandrow\/ideas[^<]*Idempotency-Key/);
    expect(sectionOf('read-idea')).not.toContain('Idempotency-Key');
    expect(sectionOf('sign-in')).toContain('curl -c cookies');
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object Object]');
  });

  it('is whole where the client is not built', () => {
    expect(referencePage(document, [])).toContain('<h1>The API of Polku</h1>');
  });
});

describe('an example', () => {
  it('has what must be there, within its bounds', () => {
    const schema: Schema = {
      type: 'object',
      required: ['title', 'to', 'on', 'size', 'pair'],
      properties: {
        title: { type: 'string', maxLength: 5 },
        to: { type: 'string', enum: ['here', 'there'] },
        on: { type: 'string', format: 'date' },
        size: { type: 'integer', minimum: 7, maximum: 9 },
        pair: { type: 'array', minItems: 2, items: { $ref: '#/components/schemas/Flag' } },
        left: { type: 'string' },
      },
    };
    expect(exampleOf(schema, { Flag: { type: 'boolean' } })).toEqual({
      title: 'Hooks',
      to: 'here',
      on: '2026-09-01',
      size: 7,
      pair: [true, true],
    });
  });
});

function sectionOf(id: string): string {
  return page.slice(page.indexOf(`<article id="${id}"`)).split('</article>')[0] ?? '';
}
