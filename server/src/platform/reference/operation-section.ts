import { type Permission, PERMISSIONS } from '#contracts';
import { type Content, type Route, type Schema } from './api-document.js';
import { curlOf } from './example.js';
import { html, type Html, joined } from './html.js';
import { fieldItem, fieldsOf, kindOf } from './shape.js';

/** All about one operation: who may, what it takes, what it answers, how to call it. */
export function operationSection(route: Route, shapes: Readonly<Record<string, Schema>>): Html {
  const { operationId, method, path, summary = '' } = route;
  return html`<article id="${operationId}" data-operation>
    <h3><a class="anchor" href="#${operationId}">${operationId}</a></h3>
    <p class="address"><span class="method">${method}</span> <code>${path}</code></p>
    <p>${summary}</p>
    <p class="small"><strong>Who may:</strong> ${whoMay(operationId)}</p>
    ${parametersOf(route)}${bodyOf(route)}${answersOf(route)}
    <details>
      <summary>Example</summary>
      <pre><code>${curlOf(route, shapes)}</code></pre>
    </details>
  </article> `;
}

/** The people whom the permission table lets in, in words. */
function whoMay(operationId: string): string {
  const row: Permission | undefined = Object.entries<Permission>(PERMISSIONS).find(([key]) => key === operationId)?.[1];
  if (!row) return 'nobody';
  if (row.who === 'public') return 'everybody, without signing in';
  if (row.who === 'signed-in') return 'everybody who is signed in';
  return `members of the organisation with one of the roles ${row.who.join(', ')}`;
}

function parametersOf({ path, parameters = [] }: Route): Html | null {
  const described = new Set(parameters.map(({ name }) => name));
  // What every address has in common is not described with each route.
  const common = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (described.has(name) ? [] : [name]));
  const inPath = [
    ...common.map((name) => fieldItem(name, { type: 'string' }, true)),
    ...parameters.filter((it) => it.in === 'path').map(({ name, schema = {} }) => fieldItem(name, schema, true)),
  ];
  const inQuery = parameters
    .filter((it) => it.in === 'query')
    .map(({ name, schema = {}, required = false }) => fieldItem(name, schema, required));
  return html`${fieldList('In the path', inPath)}${fieldList('In the query', inQuery)}`;
}

function fieldList(title: string, items: readonly Html[]): Html | null {
  return items.length === 0
    ? null
    : html`<h4>${title}</h4>
        <ul class="fields">
          ${items}
        </ul>`;
}

function bodyOf({ requestBody }: Route): Html | null {
  if (!requestBody) return null;
  return html`<h4>Body</h4>
    ${contents(requestBody.content)}`;
}

function contents(content: Content): readonly Html[] {
  return Object.entries(content).map(
    ([type, { schema = {} }]) =>
      html`<p class="small"><code>${type}</code>: ${kindOf(schema)}</p>
        ${fieldsOf(schema)}`,
  );
}

/** What succeeds comes with its shape; the problems, which all have one shape, are named. */
function answersOf({ responses }: Route): Html {
  const answers = Object.entries(responses);
  const isProblem = ([, { content }]: (typeof answers)[number]): boolean => content?.['application/problem+json'] !== undefined;
  const problems = answers.filter(isProblem).map(([status, { description = '' }]) => html`<li><code>${status}</code> ${description}</li> `);
  const successes = answers
    .filter((answer) => !isProblem(answer))
    .map(([status, { description = '', content }]) => {
      const types = Object.entries(content ?? {}).map(([type, { schema = {} }]) => html`${kindOf(schema)} as <code>${type}</code>`);
      const shape = Object.values(content ?? {}).map(({ schema = {} }) => fieldsOf(schema) ?? html``);
      return html`<li><code>${status}</code> ${description} ${joined(types, ' or ')}${shape}</li> `;
    });
  return html`<h4>Answers</h4>
    <ul class="fields">
      ${successes}
    </ul>
    ${
      problems.length === 0
        ? null
        : html`<details>
            <summary>Problems</summary>
            <p class="small">Each is a <a href="#errors">problem</a> with a code.</p>
            <ul class="fields">
              ${problems}
            </ul>
          </details>`
    }`;
}
