// What is measured of a Polku, one stage a function.
import { get } from 'node:http';
import { gzipSync } from 'node:zlib';
import { aWord } from './installation.mjs';
import { inTurn, pace, spread, until } from './measure.mjs';
import { CARDS } from './limit.mjs';

const IDEAS_A_CLIENT = 10;

/** Moves a second: each client moves cards of its own to the next step and back. */
export async function moves(polku, clients, seconds) {
  const cards = await ownCards(polku, clients * IDEAS_A_CLIENT);
  const move = async (client, turn) => {
    const card = cards[client * IDEAS_A_CLIENT + (turn % IDEAS_A_CLIENT)];
    const to = card.step === 'submitted' ? 'explore-idea' : 'submitted';
    const moved = await polku.ask('POST', `/ideas/${card.number}/transitions`, { to, version: card.version, reason: 'To and fro.' });
    Object.assign(card, { step: to, version: moved.version });
  };
  await pace(clients, 2, move);
  return pace(clients, seconds, move);
}

/** Requests a second to the bare handler. */
export async function bareMoves(sender, clients, seconds) {
  const move = (client, turn) => {
    const id = 1 + ((client * IDEAS_A_CLIENT + (turn % IDEAS_A_CLIENT)) % CARDS);
    return sender.json('POST', `/cards/${id}`, { cookie: 'the token', body: { to: turn % 2 ? 'submitted' : 'pilot' } });
  };
  await pace(clients, 1, move);
  return pace(clients, seconds, move);
}

/** Submissions a second. */
export function submissions(polku, clients, seconds) {
  return pace(clients, seconds, (client, turn) =>
    polku.ask('POST', '/ideas', { title: `${aWord(turn)} of ${client}, ${turn}`, need: 'Somebody has noticed this.', tags: [aWord(turn)] }),
  );
}

/** How long it takes until nothing that happened waits to be told any more, in seconds; `waiting` counts what does. */
export async function drained(waiting) {
  const began = performance.now();
  await until(async () => (await waiting()) === 0, 20);
  return (performance.now() - began) / 1_000;
}

/** The board's first answer. */
export async function board(polku, rounds) {
  let view;
  const first = await polku.raw('GET', '/boards/helsingborg', { 'accept-encoding': 'identity' });
  const gzip = gzipSync(first.bytes).length;
  const figures = await inTurn(rounds, async () => {
    const { bytes } = await polku.raw('GET', '/boards/helsingborg', { 'accept-encoding': 'gzip' });
    view = bytes;
  });
  const ideas = JSON.parse(first.bytes.toString()).columns.reduce((sum, { total }) => sum + total, 0);
  return { ...figures, gzip, ideas, onTheWire: view.length };
}

/** Searches: one word, two words, the beginning of one. */
export function searches(polku, rounds) {
  const words = (turn) => [aWord(turn), `${aWord(turn)} park`, `${aWord(turn).slice(0, 4)}`][turn % 3];
  return inTurn(rounds, (turn) => polku.ask('GET', `/ideas?q=${encodeURIComponent(words(turn))}`));
}

/** How long after its answer a move is seen in another browser, with so many streams open. */
export async function seenElsewhere(polku, streams, rounds) {
  const open = [];
  const seen = new Map();
  for (let at = 0; at < streams; at += 1) {
    const isWitness = at === streams - 1;
    await new Promise((resolve, reject) => {
      const request = get(
        `${polku.server.base}/api/v1/organisations/aleksandrow/live`,
        { headers: { cookie: polku.cookie } },
        (incoming) => {
          incoming.setEncoding('utf8');
          incoming.on('data', (text) => {
            if (isWitness)
              for (const [, number] of text.matchAll(/"number":(\d+)/g))
                if (!seen.has(Number(number))) seen.set(Number(number), performance.now());
            resolve();
          });
        },
      );
      request.on('error', reject);
      open.push(request);
    });
  }
  const cards = await ownCards(polku, rounds, 500);
  const times = [];
  for (const card of cards) {
    seen.delete(card.number);
    const to = card.step === 'submitted' ? 'explore-idea' : 'submitted';
    await polku.ask('POST', `/ideas/${card.number}/transitions`, { to, version: card.version, reason: 'Seen?' });
    const answered = performance.now();
    const at = await until(() => seen.get(card.number), 1);
    times.push(Math.max(0, at - answered));
  }
  for (const request of open) {
    request.removeAllListeners('error');
    request.on('error', () => undefined);
    request.destroy();
  }
  return spread(times);
}

/**
 * How long after its answer a move has been told to so many followers, in seconds, and by how many MB the process grew meanwhile at most
 * (null where the system does not tell). `withClient` reaches the database, `waiting` counts what waits to be told.
 */
export async function followersTold(polku, followers, { withClient, waiting }) {
  const [card] = await ownCards(polku, 1, 700);
  await withClient((client) => client.query(FOLLOWERS, [followers, card.number]));
  const before = polku.residentMegabytes();
  let most = before;
  await polku.ask('POST', `/ideas/${card.number}/transitions`, { to: 'explore-idea', version: card.version, reason: 'Heard?' });
  const seconds = await drained(() => {
    most = Math.max(most, polku.residentMegabytes());
    return waiting();
  });
  const { rows } = await withClient((client) => client.query(TOLD, [card.number]));
  if (rows[0].told < followers) throw new Error(`Only ${rows[0].told} of ${followers} followers were told.`);
  return { seconds, grown: before === null ? null : most - before };
}

const TOLD = `
  select count(*)::int as told from app.notification n join app.idea i on i.id = n.idea_id
  join app.organisation o on o.id = i.organisation_id where o.slug = 'aleksandrow' and i.number = $1 and n.kind = 'moved'`;

const FOLLOWERS = `
  with people as (
    insert into app.person (id, language, created_at) select gen_random_uuid(), 'en', now() from generate_series(1, $1::int) returning id
  ), named as (
    insert into app.person_identity (person_id, name, email) select id, 'Somebody', id || '@aleksandrow.example' from people
  ), members as (
    insert into app.membership (id, organisation_id, person_id, roles, created_at)
    select gen_random_uuid(), o.id, p.id, array['employee'], now() from people p, app.organisation o where o.slug = 'aleksandrow' returning id, organisation_id
  )
  insert into app.idea_follower (organisation_id, idea_id, member_id, since)
  select i.organisation_id, i.id, m.id, now() - interval '1 hour' from members m
  join app.idea i on i.organisation_id = m.organisation_id where i.number = $2`;

/** Cards of the first column, to be moved to and fro. */
async function ownCards(polku, count, skip = 0) {
  const cards = [];
  let cursor = '';
  while (cards.length < count + skip) {
    const page = await polku.ask('GET', `/boards/helsingborg/steps/submitted/cards?limit=50${cursor}`);
    cards.push(...page.items.map(({ number, version, step }) => ({ number, version, step })));
    if (page.next === null) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  if (cards.length < count) throw new Error(`There are only ${cards.length} cards to move.`);
  return cards.slice(skip, skip + count);
}
