import { Marked, type Tokens } from 'marked';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Headings of a text lie below those of the page it stands on. */
const HEADINGS_FROM = 4;

const isSafe = (href: string): boolean => /^(https?:|mailto:|\/(?!\/)|#)/i.test(href);

/** Makes a mention of one of these people a token of its own. */
const mentioning = (names: readonly string[]) => ({
  name: 'mention',
  level: 'inline' as const,
  start: (source: string): number | undefined => {
    const at = source.indexOf('@');
    return at < 0 ? undefined : at;
  },
  tokenizer: (source: string) => {
    const name = names.find((it) => source.startsWith(`@${it}`));
    return name === undefined ? undefined : { type: 'mention', raw: `@${name}` };
  },
  renderer: ({ raw }: Tokens.Generic): string => `<span class="name">${escaped(raw)}</span>`,
});

/**
 * Markdown as HTML, for Angular's sanitizer to look at once more. HTML in the text stays text; pictures become links, so that reading asks
 * nobody else for anything; a line break is a line break.
 */
export const htmlOf = (markdown: string, names: readonly string[] = []): string => {
  // The longest first: “Maja Nowak” is not “Maja”.
  const known = names.toSorted((one, other) => other.length - one.length);
  const marked = new Marked({ gfm: true, breaks: true, async: false });
  const linked = (href: string, words: string): string =>
    isSafe(href) ? `<a href="${escaped(href)}" rel="noopener nofollow" target="_blank">${words}</a>` : words;
  marked.use({
    extensions: [mentioning(known)],
    renderer: {
      html: ({ text }) => escaped(text),
      image: ({ href, text }) => linked(href, escaped(text || href)),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      heading({ tokens, depth }) {
        const level = Math.min(6, HEADINGS_FROM + depth - 1);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
      },
      link({ href, tokens }) {
        return linked(href, this.parser.parseInline(tokens));
      },
    },
  });
  return marked.parse(markdown) as string;
};
