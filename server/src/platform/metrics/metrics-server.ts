import { createServer, type Server } from 'node:http';
import { Logger } from '@nestjs/common';
import type { Metrics } from './metrics.js';

const logger = new Logger('Metrics');

/** Answers `/metrics` and nothing else: on a port of its own, so that no proxy shows it to the public by accident. */
export function metricsServer(metrics: Metrics): Server {
  return createServer((request, response) => {
    if (request.url !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(text),
      (error: unknown) => {
        logger.error(`The metrics could not be gathered: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        response.writeHead(500).end();
      },
    );
  });
}
