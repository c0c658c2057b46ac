import { escapeHtml } from '../mail/index.js';

/** A piece of a page whose texts are escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | null | Html | readonly Html[];

/** Writes a piece of a page: what stands in the template is markup, what is put into it is text, unless it is markup itself. */
export function html(markup: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(markup.map((text, index) => text + written(pieces[index] ?? null)).join(''));
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return escapeHtml(String(piece));
}

/** Puts something between pieces. */
export function joined(pieces: readonly Html[], between: string): Html {
  return new Html(pieces.map(({ text }) => text).join(escapeHtml(between)));
}
