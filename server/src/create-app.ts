import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import type { Response } from 'express';
import { Logger, PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { type Clock, SystemClock } from './platform/clock/index.js';
import type { RunningConfig } from './platform/config/index.js';
import {
  ProblemFilter,
  refuseForeignOrigin,
  refuseInvalidText,
  refuseOtherCharsets,
  sharedSchemas,
  validationPipe,
} from './platform/http/index.js';
import { meterRequests, Metrics } from './platform/metrics/index.js';
import { ServedDocument } from './platform/reference/index.js';
import { traceRequests } from './platform/tracing/index.js';
import { useClientFiles, useSecurityHeaders } from './platform/web/index.js';

/** Builds the application, ready to listen but not listening. */
export async function createApp(config: RunningConfig, clock: Clock = new SystemClock()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, clock), {
    bodyParser: false,
    // For the `Idempotency-Key`: parsed JSON may be nested deeper than it can be written again.
    rawBody: true,
    bufferLogs: true,
    abortOnError: false,
  });
  // One logger serves the whole process, with the level of whoever came first: the story is told before the server starts.
  PinoLogger.root.level = config.logLevel;
  app.useLogger(app.get(Logger));
  app.set('trust proxy', config.trustProxy ?? false);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const metrics = app.get(Metrics);
  const tracing = traceRequests();
  if (tracing) app.use(tracing);
  if (metrics.isOn) app.use(meterRequests(metrics));
  useSecurityHeaders(app, config.publicUrl?.protocol === 'https:');
  app.use(compression({ filter: (request, response) => !isStream(response) && compression.filter(request, response) }));
  app.get(ServedDocument).madeBy(() => openApiDocument(app));
  useClientFiles(app, config.clientFolder);
  app.use(refuseForeignOrigin(config.publicUrl));
  app.use(refuseOtherCharsets());
  app.useBodyParser('json', { limit: config.limits.bodyBytes });
  app.use(refuseInvalidText());
  const refusals = metrics.counter('polku_refusals_total', 'Refusals that were answered, by the guard that refused.', ['guard']);
  app.useGlobalFilters(new ProblemFilter(config.limits.bodyBytes, (guard) => refusals.add({ guard })));
  app.useGlobalPipes(validationPipe());
  await app.init();
  return app;
}

/** The OpenAPI document of the application. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Polku')
    .setDescription('Moves ideas of a public organisation along an innovation path.')
    .setVersion('1')
    .addCookieAuth('polku', { type: 'apiKey', in: 'cookie' })
    .build();
  const document = SwaggerModule.createDocument(app, about, { operationIdFactory: (_controller, method) => method });
  const { components, paths } = document;
  return { ...document, components: { ...components, schemas: { ...components?.schemas, ...sharedSchemas(paths) } } };
}

function isStream(response: Response): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}
