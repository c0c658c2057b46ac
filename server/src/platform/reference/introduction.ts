import { FIELD_CODES, LIMITS, type ProblemCode, REFUSAL_CODES } from '#contracts';
import { html, type Html, joined } from './html.js';

/** What each problem means and what to do about it. */
const MEANINGS: Readonly<Record<ProblemCode, readonly [status: number, meaning: string]>> = {
  unreadable: [400, 'The body is not what its media type says. Mend the request.'],
  'not-signed-in': [401, 'There is no session, or it has ended. Sign in.'],
  'sign-in-failed': [401, 'E-mail and password do not belong together.'],
  'foreign-origin': [403, 'A browser sent this from another site. Nothing was done.'],
  'not-allowed': [403, 'None of your roles may ever call this route.'],
  'not-found': [404, 'It does not exist, or you may not know that it does.'],
  'method-not-allowed': [405, 'The address exists, and answers to another method.'],
  refused: [409, 'The request is right, and not possible now; refusals says what is missing, with a link to where it can be mended.'],
  'version-conflict': [409, 'Somebody changed it meanwhile. Nothing was saved; current is how it is now. Merge, and send its version.'],
  'too-large': [413, 'The body has more bytes than limit.'],
  'unsupported-media-type': [415, 'The body is of a type that this route does not take.'],
  invalid: [422, 'Understood but invalid; fields says which, why, and in words.'],
  'idempotency-mismatch': [422, 'This Idempotency-Key was used for another request. Take a new one.'],
  'too-many-requests': [429, 'Wait for retryAfter seconds.'],
  'too-many-streams': [429, 'You have as many live streams open as limit. Close one.'],
  'too-many-imports': [429, 'The organisation has as many imports waiting as limit. Wait for one.'],
  internal: [500, 'A fault of Polku, which its log tells of. Nothing was saved.'],
  busy: [503, 'Polku or its database has no room now. Send it again after retryAfter seconds, with the same Idempotency-Key.'],
};

/** What holds for every route: `id` and title of a part, and what it says. */
export const INTRODUCTION: readonly { readonly id: string; readonly title: string; readonly content: Html }[] = [
  {
    id: 'sign-in-first',
    title: 'Signing in',
    content: html`<p>
        <a href="#sign-in">sign-in</a> takes an e-mail address and a password, and sets a session cookie. Send it with every request. In a
        demo, <a href="#read-about">read-about</a> names the people and their password.
      </p>
      <pre><code>curl -c cookies "$POLKU/api/v1/session" \\
  -H "Content-Type: application/json" \\
  -d '{"email":"maja@aleksandrow.example","password":"polku-demo"}'
curl -b cookies "$POLKU/api/v1/me"</code></pre>
      <p>
        A browser may write only from Polku’s own origin. Programs that send no <code>Origin</code> are not concerned. Who belongs to
        another organisation gets 404, who has none of the roles 403, who is not signed in 401.
      </p>`,
  },
  {
    id: 'idempotency',
    title: 'Sending a write twice',
    content: html`<p>
      Every write in an organisation takes an <code>Idempotency-Key</code> of 1 to ${LIMITS.idempotencyKey} characters. Sent again within a
      day with the same key, it is done once: the answer is the first one, with <code>Idempotency-Replayed: true</code>. A problem is not
      kept: nothing was done, so the key may be used again. Make a new key for each thing that somebody means to do, and keep it for every
      attempt. A move needs none: sent again as it was, it is answered as the first.
    </p>`,
  },
  {
    id: 'versions',
    title: 'Two people, one thing',
    content: html`<p>
      What several people may write has a <code>version</code>. Send the one you have read. If somebody was faster, the answer is
      <code>version-conflict</code> (409) with the present state in <code>current</code>, and nothing of either text is lost.
    </p>`,
  },
  {
    id: 'paging',
    title: 'Lists and pages',
    content: html`<p>
        A list answers with <code>items</code> and <code>next</code>, an opaque cursor. Ask again with <code>?cursor=</code> that one and
        the same other parameters; <code>next</code> is null on the last page. <code>limit</code> is at most ${LIMITS.page}. What is added
        meanwhile neither repeats nor hides an item.
      </p>
      <pre><code>curl -b cookies "$POLKU/api/v1/organisations/aleksandrow/ideas?limit=50"</code></pre>`,
  },
  {
    id: 'errors',
    title: 'Errors',
    content: html`<p>
        Every error is <code>application/problem+json</code> (RFC 9457) of the shape <a href="#shape-Problem">Problem</a>. Programs read
        <code>code</code>, which is stable; <code>detail</code> is for people, and may change.
      </p>
      <pre><code>{"type":"about:blank","title":"Refused","status":409,"code":"refused",
 "detail":"This is not possible now; see what is missing.",
 "refusals":[{"code":"lesson-written","params":{},"link":null}]}</code></pre>
      <dl class="codes">
        ${Object.entries(MEANINGS).map(
          ([code, [status, meaning]]) =>
            html`<dt><code>${code}</code> ${status}</dt>
              <dd>${meaning}</dd> `,
        )}
      </dl>
      <details>
        <summary>Codes of refusals</summary>
        <p class="codes">${codes(REFUSAL_CODES)}</p>
      </details>
      <details>
        <summary>Codes of fields</summary>
        <p class="codes">${codes(FIELD_CODES)}</p>
      </details>`,
  },
  {
    id: 'values',
    title: 'Days, moments, texts',
    content: html`<p>
      A day is <code>2026-09-01</code>, in the organisation’s time zone; a moment is <code>2026-09-01T09:00:00.000Z</code>. Bodies are JSON
      in UTF-8, at most ${LIMITS.jsonBody} bytes unless the installation says otherwise; an unknown field is an error.
    </p>`,
  },
];

function codes(all: readonly string[]): Html {
  return joined(
    all.map((code) => html`<code>${code}</code>`),
    ', ',
  );
}
