import { escapeHtml } from './html.js';
import type { MailHead, WholeMail } from './kept-mail.js';

/** The style sheet of the pages below: the security policy allows no styles inside them. */
export const MAIL_STYLE = `
:root { color-scheme: light dark; --ink: #1f2a37; --quiet: #5a6675; --paper: #fbfaf7; --sheet: #ffffff; --line: #d9dde3; --accent: #0b5c6b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecf1; --quiet: #a3afbd; --paper: #14191f; --sheet: #1c232b; --line: #38424e; --accent: #7fd0de; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
p.lead, dl, small { color: var(--quiet); }
a { color: var(--accent); }
ul.mails { list-style: none; margin: 1.5rem 0 0; padding: 0; }
ul.mails li { border-top: 1px solid var(--line); padding: .85rem 0; overflow-wrap: anywhere; }
ul.mails span { display: block; color: var(--quiet); font-size: .9rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1.5rem; font-size: .95rem; }
dd { margin: 0; overflow-wrap: anywhere; }
article { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: 1.5rem; overflow-wrap: anywhere; }
article blockquote { margin: 1rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--accent); }
article + details { margin-top: 1.5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, monospace; }
`;

/** The page of all mails. */
export function mailListPage(mails: readonly MailHead[]): string {
  const items = mails.map(
    (mail) =>
      `<li><a href="/dev/mail/${mail.id}">${escapeHtml(mail.subject)}</a><span>${escapeHtml(mail.to)} · <time datetime="${mail.date}">${readable(mail.date)}</time></span></li>`,
  );
  const list = items.length === 0 ? '<p>Nothing has been sent yet.</p>' : `<ul class="mails">${items.join('')}</ul>`;
  return page(
    'Mail of the demo',
    `<h1>Mail of the demo</h1><p class="lead">No mail leaves this computer: without SMTP_URL each mail is kept as a file.</p>${list}`,
  );
}

/** The page of one mail. */
export function mailPage(mail: WholeMail): string {
  return page(
    mail.subject,
    `<p><a href="/dev/mail">All mail</a></p><h1>${escapeHtml(mail.subject)}</h1>
<dl><dt>To</dt><dd>${escapeHtml(mail.to)}</dd><dt>Sent</dt><dd><time datetime="${mail.date}">${readable(mail.date)}</time></dd>
<dt>Message-ID</dt><dd>${escapeHtml(mail.messageId)}</dd></dl>
<article>${bodyOf(mail.html)}</article>
<details><summary>As plain text</summary><pre>${escapeHtml(mail.text)}</pre></details>`,
  );
}

/** What stands between the body's tags, without styles, scripts and handlers; the policy would not run them either. */
function bodyOf(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  return body.replaceAll(/<(script|style|iframe|object|form)\b[\s\S]*?<\/\1>/gi, '').replaceAll(/\s(?:style|on[a-z]+)="[^"]*"/gi, '');
}

function readable(date: string): string {
  return escapeHtml(date.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'));
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Polku</title><link rel="icon" type="image/svg+xml" href="/favicon.svg"><link rel="stylesheet" href="/dev/mail/style.css"></head>
<body><main>${content}</main></body></html>
`;
}
