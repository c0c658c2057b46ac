import request from 'supertest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { openApiDocument } from '../../create-app.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('the reference of the API', () => {
  it('is read by everybody, under the policy that every page has', async () => {
    const response = await request(polku.url).get('/api/docs');
    expect(response.status).toBe(200);
    expect(response.type).toBe('text/html');
    expect(response.text).toContain('<h1>The API of Polku</h1>');
    expect(response.headers['content-security-policy']).toContain("script-src 'self';");
    expect(response.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('comes from the document that machines read', async () => {
    const response = await request(polku.url).get('/api/openapi.json');
    expect(response.type).toBe('application/json');
    expect(response.body).toEqual(JSON.parse(JSON.stringify(openApiDocument(polku.app))));
    expect(Object.keys((response.body as { paths: object }).paths)).toContain('/api/docs');
  });
});
