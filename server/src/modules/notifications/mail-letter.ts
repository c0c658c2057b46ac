import type { Language } from '#contracts';
import { escapeHtml, type Letter } from '../../platform/mail/index.js';
import type { PathwayDefinition } from '../../workflow/index.js';
import type { Recipient } from '../organisations/index.js';
import { say, sentenceOf, subjectOf } from './phrasing.js';
import { experimentOf, isAboutDecision, mustChangeOf, reasonOf, type Told } from './told.js';
import type { WordKey } from './words/index.js';

/** What somebody is to the idea, and so why they are told. */
export type Relation =
  | 'submitter'
  | 'owner'
  | 'team'
  | 'decider'
  | 'former-decider'
  | 'stand-in'
  | 'manager'
  | 'panel'
  | 'idea-decider'
  | 'rollout-owner'
  | 'hub'
  | 'admin';

/** All that a mail is written from. */
export interface Occasion {
  readonly id: string;
  readonly messageId: string;
  readonly told: Told;
  readonly recipient: Recipient;
  readonly relation: Relation;
  readonly definition: PathwayDefinition;
  readonly timeZone: string;
  /** The whole address of the page that it leads to. */
  readonly address: string;
}

/** Writes the mail of a notification in its recipient's language. */
export function letterOf(occasion: Occasion): Letter {
  const { told, recipient, definition, timeZone, address } = occasion;
  const { language } = recipient;
  const lines = {
    hello: say(language, 'hello', { name: recipient.name }),
    sentence: sentenceOf(told, definition, language, timeZone),
    idea: say(language, 'idea-line', { number: String(told.number), title: told.title }),
    reason: reasonOf(told),
    reasonLine: say(language, told.kind === 'decision-asked' ? 'note-line' : 'reason-line'),
    mustChange: mustChangeOf(told),
    mustChangeLine: say(language, 'must-change-line'),
    open: say(language, openOf(told)),
    why: say(language, `why-${occasion.relation}` satisfies WordKey),
    address,
  };
  return {
    id: occasion.id,
    messageId: occasion.messageId,
    to: { name: recipient.name, address: recipient.email },
    subject: subjectOf(told, definition, language, timeZone),
    text: textOf(lines),
    html: htmlOf(lines, language),
    language,
  };
}

function openOf(told: Told): WordKey {
  if (isAboutDecision(told)) return 'open-decision';
  return experimentOf(told) === null ? 'open' : 'open-experiment';
}

interface Lines {
  readonly hello: string;
  readonly sentence: string;
  readonly idea: string;
  readonly reason: string | null;
  readonly reasonLine: string;
  readonly mustChange: string | null;
  readonly mustChangeLine: string;
  readonly open: string;
  readonly why: string;
  readonly address: string;
}

function textOf(lines: Lines): string {
  const quoted = (line: string, text: string | null) => (text === null ? [] : ['', line, ...text.split(/\r?\n/).map((it) => `> ${it}`)]);
  return [
    lines.hello,
    '',
    lines.sentence,
    ...quoted(lines.reasonLine, lines.reason),
    ...quoted(lines.mustChangeLine, lines.mustChange),
    '',
    lines.idea,
    `${lines.open}: ${lines.address}`,
    '',
    '-- ',
    lines.why,
    '',
  ].join('\n');
}

// Mail programs know no style sheets: every element carries its own.
const STYLE = {
  body: 'margin:0;padding:24px 12px;background:#fbfaf7;color:#1f2a37;font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5',
  sheet: 'max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d9dde3;border-radius:8px',
  quote: 'margin:8px 0 16px;padding:2px 0 2px 14px;border-left:3px solid #0b5c6b;white-space:pre-line',
  button: 'display:inline-block;padding:10px 18px;background:#0b5c6b;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:bold',
  quiet: 'color:#5a6675;font-size:14px',
} as const;

function htmlOf(lines: Lines, language: Language): string {
  const quoted = (line: string, text: string | null) =>
    text === null
      ? ''
      : `<p style="margin-bottom:0">${escapeHtml(line)}</p>\n<blockquote style="${STYLE.quote}">${escapeHtml(text)}</blockquote>\n`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Polku</title></head>
<body style="${STYLE.body}">
<div style="${STYLE.sheet}">
<p>${escapeHtml(lines.hello)}</p>
<p>${escapeHtml(lines.sentence)}</p>
${quoted(lines.reasonLine, lines.reason)}${quoted(lines.mustChangeLine, lines.mustChange)}<p style="${STYLE.quiet}">${escapeHtml(lines.idea)}</p>
<p><a href="${escapeHtml(lines.address)}" style="${STYLE.button}">${escapeHtml(lines.open)}</a></p>
<p style="${STYLE.quiet}">${escapeHtml(lines.why)}</p>
</div>
</body></html>
`;
}
