import { type ApiDocument, groupsOf, inWords, type Route, type Schema } from './api-document.js';
import { html, type Html } from './html.js';
import { INTRODUCTION } from './introduction.js';
import { operationSection } from './operation-section.js';
import { fieldsOf, kindOf } from './shape.js';

/**
 * The whole reference as one page that needs no script. Its styles and its script are files: the security policy allows nothing inside.
 * @param styles addresses of the style sheets, in their order
 */
export function referencePage(document: ApiDocument, styles: readonly string[]): string {
  const shapes = document.components?.schemas ?? {};
  const groups = [...groupsOf(document)];
  const page = html`<!doctype html>
    <html lang="en" data-theme="light">
      <head>
        <meta charset="utf-8" />
        <title>The API of Polku</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="Every route of Polku: who may call it, what it takes, what it answers." />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <script src="/theme.js"></script>
        ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
        <script src="/api-docs.js" defer></script>
      </head>
      <body class="api-docs">
        <a class="skip" href="#content">To the content</a>
        <header><a href="/">Polku</a> <span>API</span></header>
        <nav aria-label="Contents">
          <form role="search" hidden>
            <label for="search">Find a route</label>
            <input id="search" class="input" type="search" autocomplete="off" />
            <p role="status" class="small"></p>
          </form>
          ${contents(groups, shapes)}
        </nav>
        <main id="content" tabindex="-1">
          <h1>The API of Polku</h1>
          <p>
            Everything that the pages of Polku can do goes through these routes. The same as a document for machines:
            <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3). In the examples, <code>$POLKU</code> is the address of the
            installation.
          </p>
          ${INTRODUCTION.map(
            ({ id, title, content }) =>
              html`<section id="${id}">
                <h2>${title}</h2>
                ${content}
              </section>`,
          )}
          ${groups.map(([name, routes]) => groupSection(name, routes, shapes))}
          <section id="shapes">
            <h2>Shapes</h2>
            ${Object.entries(shapes).map(shapeSection)}
          </section>
        </main>
      </body>
    </html> `;
  return page.text;
}

function contents(groups: readonly (readonly [string, readonly Route[]])[], shapes: Readonly<Record<string, Schema>>): Html {
  return html`<ul class="contents">
    ${INTRODUCTION.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
    ${groups.map(
      ([name, routes]) =>
        html`<li>
          <a href="#group-${name}">${inWords(name)}</a>
          <ul>
            ${routes.map(({ operationId }) => html`<li data-of="${operationId}"><a href="#${operationId}">${operationId}</a></li> `)}
          </ul>
        </li> `,
    )}
    ${Object.keys(shapes).length === 0 ? null : html`<li><a href="#shapes">Shapes</a></li>`}
  </ul>`;
}

function groupSection(name: string, routes: readonly Route[], shapes: Readonly<Record<string, Schema>>): Html {
  return html`<section id="group-${name}" data-group>
    <h2>${inWords(name)}</h2>
    ${routes.map((route) => operationSection(route, shapes))}
  </section>`;
}

function shapeSection([name, schema]: [string, Schema]): Html {
  return html`<article id="shape-${name}">
    <h3><a class="anchor" href="#shape-${name}">${name}</a></h3>
    <p class="small">${kindOf(schema)}</p>
    ${fieldsOf(schema)}${variantsOf(schema)}
  </article> `;
}

/** A shape that is one of several lists the fields of each. */
function variantsOf({ anyOf, oneOf }: Schema): readonly Html[] {
  return (anyOf ?? oneOf ?? []).map((variant) => fieldsOf(variant) ?? html``);
}
