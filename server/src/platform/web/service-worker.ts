import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** The names into which the build writes a hash of the content: what they stand for never changes. */
export const HASHED = /(^|[\\/])((chunk|main|styles)-[\w-]{8}\.(js|css)|media[\\/][^\\/]+-[\w-]{8}\.\w+)$/;

/** What has no hash in its name and is needed without a network all the same. */
const PLAIN = new Set(['theme.js', 'favicon.svg']);

/** Serves the worker that keeps the client for when there is no network; it is told which files there are. */
export function useServiceWorker(app: INestApplication, folder: string): void {
  const script = readWorker(folder);
  app.use('/service-worker.js', (request: Request, response: Response, next: NextFunction) => {
    if (script === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.type('js').send(script);
  });
}

/** Null where the client is not built. */
function readWorker(folder: string): string | null {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => HASHED.test(file) || PLAIN.has(file));
    const names = files.map((file) => file.replaceAll(sep, '/')).sort();
    return readFileSync(join(folder, 'service-worker.js'), 'utf8').replace('%FILES%', names.join(' '));
  } catch {
    return null;
  }
}
