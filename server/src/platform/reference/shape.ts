import { nameIn, type Schema } from './api-document.js';
import { html, type Html, joined } from './html.js';

const LONGEST_PATTERN = 60;

/** The fields of an object, those of its objects too; null where there are none to list. */
export function fieldsOf(schema: Schema): Html | null {
  const inner = insideOf(schema);
  const fields = Object.entries(inner.properties ?? {});
  if (fields.length === 0) return null;
  return html`<ul class="fields">
    ${fields.map(([name, field]) => fieldItem(name, field, inner.required?.includes(name) ?? false))}
  </ul>`;
}

/** A field, or a parameter: its name, whether it must be there, what it is. */
export function fieldItem(name: string, schema: Schema, required: boolean): Html {
  const needed = required ? html`<strong>required</strong>` : html`<span class="quiet">optional</span>`;
  return html`<li><code>${name}</code> ${needed} ${kindOf(schema)}${limitsOf(schema)}${fieldsOf(schema)}</li> `;
}

/** What a value is, in words, with a link where the shape has a name. */
export function kindOf(schema: Schema): Html {
  const kind = plainKindOf(schema);
  return schema.nullable ? html`${kind} or null` : kind;
}

function plainKindOf(schema: Schema): Html {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.$ref !== undefined) {
    const name = nameIn(schema.$ref);
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  if (choices) return joined(withoutRepeats(choices.map((choice) => html`${kindOf(choice)}${limitsOf(choice)}`)), ' or ');
  if (schema.enum) return html`one of ${joined(schema.enum.map(asCode), ', ')}`;
  if (schema.type === 'array') return html`list of ${schema.items ? kindOf(schema.items) : html`anything`}`;
  if (schema.type === undefined) return html`anything`;
  if (schema.format === undefined || schema.format === 'binary') return html`${schema.type}`;
  return html`${schema.type} (${schema.format})`;
}

/** Between which bounds a value must be; empty where there are none that matter. */
function limitsOf(schema: Schema): Html {
  const limits = [
    bounds(schema.minLength, schema.maxLength, 'characters'),
    bounds(schema.minItems, schema.maxItems, 'items'),
    bounds(schema.minimum, schema.maximum, ''),
    // Of a known format everybody knows how it is written.
    schema.pattern !== undefined && schema.format === undefined && schema.pattern.length <= LONGEST_PATTERN
      ? html`written as <code>${schema.pattern}</code>`
      : null,
    schema.default === undefined ? null : html`${asCode(schema.default)} unless given`,
  ].filter((limit) => limit !== null);
  return limits.length === 0 ? html`` : html`<span class="limits">, ${joined(limits, ', ')}</span>`;
}

function bounds(least: number | undefined, most: number | undefined, unit: string): Html | null {
  const [from, to] = [least === undefined ? null : countable(least), most === undefined ? null : countable(most)];
  if (from === null && to === null) return null;
  if (to === null) return html`at least ${from} ${unit}`;
  if (from === null || from === 0) return html`at most ${to} ${unit}`;
  return from === to ? html`exactly ${to} ${unit}` : html`${from} to ${to} ${unit}`;
}

/** The bounds of all whole numbers that JavaScript knows bound nothing. */
function countable(bound: number): number | null {
  return Math.abs(bound) === Number.MAX_SAFE_INTEGER ? null : bound;
}

function asCode(value: unknown): Html {
  return html`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`;
}

function withoutRepeats(pieces: readonly Html[]): Html[] {
  return [...new Map(pieces.map((piece) => [piece.text, piece])).values()];
}

/** The object whose fields are listed: of a list, that of its items. */
function insideOf(schema: Schema): Schema {
  return schema.type === 'array' && schema.items ? insideOf(schema.items) : schema;
}
