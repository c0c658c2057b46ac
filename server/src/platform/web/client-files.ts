import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { HASHED, useServiceWorker } from './service-worker.js';

const SERVER_PATHS = /^\/(api|health|dev)(\/|$)/;

/**
 * Security headers for every answer; the page's styles carry a nonce that changes with each answer, and what the server itself
 * answers stays in no cache: it names people.
 */
export function useSecurityHeaders(app: INestApplication, https: boolean): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    response.locals['nonce'] = randomBytes(16).toString('base64url');
    if (SERVER_PATHS.test(request.path)) response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_request, response) => `'nonce-${String((response as Response).locals['nonce'])}'`],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
      // Elsewhere browsers take no heed of it, and log an error.
      crossOriginOpenerPolicy: https,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
}

/** Serves the built client: files by their name, and its one page for every address that is not the server's. */
export function useClientFiles(app: NestExpressApplication, folder: string): void {
  useServiceWorker(app, folder);
  app.useStaticAssets(folder, {
    index: false,
    redirect: false,
    setHeaders: (response: { setHeader(name: string, value: string): void }, path: string) => {
      if (HASHED.test(path)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });
  const page = readPage(folder);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const asksForPage =
      (request.method === 'GET' || request.method === 'HEAD') && !SERVER_PATHS.test(request.path) && !/\.[a-z0-9]+$/i.test(request.path);
    if (!asksForPage) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page.replaceAll('%NONCE%', String(response.locals['nonce'])));
  });
}

function readPage(folder: string): string {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8');
  } catch {
    return '<!doctype html><title>Polku</title><p>The client is not built. Run <code>npm start</code>.</p>';
  }
}
