import request, { type Response } from 'supertest';
import { DEMO_PASSWORD } from '../src/modules/organisations/index.js';
import { addressOf, CAST, type CastName } from '../seeds/cast.js';

type Sent = object | string | undefined;

/** Somebody signed in, who speaks to the addresses of their organisation: `maja.post('/ideas', {…})`. */
export interface Actor {
  readonly name: CastName;
  readonly cookie: string;
  /** The same person at another organisation's addresses. */
  at(organisation: string): Actor;
  get(path: string): Promise<Response>;
  post(path: string, body?: Sent, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body?: Sent): Promise<Response>;
  patch(path: string, body?: Sent): Promise<Response>;
  delete(path: string): Promise<Response>;
}

/** Signs somebody of the cast in at the server of this address. */
export async function signInAs(url: string, name: CastName): Promise<Actor> {
  const response = await request(url)
    .post('/api/v1/session')
    .send({ email: addressOf(name), password: DEMO_PASSWORD });
  if (response.status !== 201) throw new Error(`${name} could not sign in: ${response.status} ${response.text}`);
  const cookie = (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return actor(url, name, cookie, CAST[name].organisation);
}

/** Somebody with this cookie, or nobody at all with an empty one. */
export function actor(url: string, name: CastName, cookie: string, organisation: string): Actor {
  const pathOf = (path: string) => (path.startsWith('/api/') ? path : `/api/v1/organisations/${organisation}${path}`);
  const send = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body: Sent, headers: Record<string, string> = {}) => {
    const sending = request(url)[method](pathOf(path)).set('Cookie', cookie).set(headers);
    return body === undefined ? sending : sending.send(body);
  };
  return {
    name,
    cookie,
    at: (other) => actor(url, name, cookie, other),
    get: (path) => send('get', path, undefined),
    post: (path, body, headers) => send('post', path, body, headers),
    put: (path, body) => send('put', path, body),
    patch: (path, body) => send('patch', path, body),
    delete: (path) => send('delete', path, undefined),
  };
}
