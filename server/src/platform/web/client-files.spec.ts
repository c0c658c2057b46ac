import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { useClientFiles, useSecurityHeaders } from './client-files.js';

@Module({})
class Nothing {}

const FILES = [
  'index.html',
  'main-ABCD2345.js',
  'chunk-oa4YXQn2.js',
  'chunk-Dn_-MJQA.js',
  'styles-U4YCCH2U.css',
  'theme.js',
  'favicon.svg',
  'icon-192.png',
  'media/source-sans-3-latin-wght-normal-7ARQTPZU.woff2',
];

let folder: string;
let app: NestExpressApplication;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polku-client-'));
  mkdirSync(join(folder, 'media'));
  for (const file of FILES) writeFileSync(join(folder, file), `of ${file}`);
  writeFileSync(join(folder, 'service-worker.js'), `const FILES = '%FILES%'.split(' ');`);
  app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
  useSecurityHeaders(app, false);
  useClientFiles(app, folder);
  await app.init();
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string) => request(app.getHttpServer()).get(path);

describe('the files of the client', () => {
  it.each(['main-ABCD2345.js', 'chunk-oa4YXQn2.js', 'chunk-Dn_-MJQA.js', 'media/source-sans-3-latin-wght-normal-7ARQTPZU.woff2'])(
    'are kept by browsers for a year where their name changes with what they hold: %s',
    async (file) => {
      expect((await get(`/${file}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    },
  );

  it.each(['theme.js', 'icon-192.png'])('are asked for anew where it does not: %s', async (file) => {
    expect((await get(`/${file}`)).headers['cache-control']).toBe('public, max-age=0');
  });
});

describe('the worker for when there is no network', () => {
  it('is told what belongs to this build, and nothing else', async () => {
    const response = await get('/service-worker.js');
    expect(response.headers['cache-control']).toBe('no-cache');
    expect(response.type).toMatch(/javascript/);
    expect(response.text).toBe(
      `const FILES = '${[
        'chunk-Dn_-MJQA.js',
        'chunk-oa4YXQn2.js',
        'favicon.svg',
        'main-ABCD2345.js',
        'media/source-sans-3-latin-wght-normal-7ARQTPZU.woff2',
        'styles-U4YCCH2U.css',
        'theme.js',
      ].join(' ')}'.split(' ');`,
    );
  });

  it('is kept from by no address of the server: those are asked for each time', async () => {
    expect((await get('/api/v1/session')).headers['cache-control']).toBe('no-store');
  });
});
