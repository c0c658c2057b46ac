// A bare handler with the seven statements that a move cannot do without, in a process of its own: what HTTP, Node and pg cost by themselves.
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
app.use(express.json());
app.post('/cards/:id', async (request, response) => {
  const client = await pool.connect();
  try {
    const signedIn = await client.query({
      name: 'session',
      text: 'select member, roles from bench.session where token = $1',
      values: [request.headers.cookie],
    });
    if (signedIn.rows.length === 0) {
      response.status(401).end();
      return;
    }
    await client.query('begin');
    const { rows } = await client.query({
      name: 'lock',
      text: 'select id, step, version, rank from bench.card where id = $1 for update',
      values: [request.params.id],
    });
    const [card] = rows;
    const moved = { ...card, step: request.body.to, version: card.version + 1 };
    await client.query({
      name: 'move',
      text: 'update bench.card set step = $2, version = $3, rank = $4, updated_at = now() where id = $1',
      values: [card.id, moved.step, moved.version, moved.rank],
    });
    await client.query({
      name: 'note',
      text: 'insert into bench.transition (card, version, from_step, to_step, at) values ($1, $2, $3, $4, now())',
      values: [card.id, moved.version, card.step, moved.step],
    });
    await client.query({
      name: 'event',
      text: `insert into bench.event (card, kind, data, at) values ($1, 'idea-moved', $2, now())`,
      values: [card.id, JSON.stringify({ from: card.step, to: moved.step })],
    });
    await client.query('commit');
    response.status(201).json(moved);
  } finally {
    client.release();
  }
});
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.once('SIGTERM', () => server.close(() => pool.end()));
