import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { RunningConfig } from '../config/index.js';

/** Structured logs, one JSON line each, without personal data: no bodies, no addresses, no query strings, no cookies. */
@Module({})
export class LoggingModule {
  static for(config: RunningConfig): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            level: config.logLevel,
            genReqId: () => randomUUID(),
            customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
            serializers: {
              req: (request: IncomingMessage & { id: unknown }) => ({
                id: request.id,
                method: request.method,
                path: request.url?.split('?')[0],
              }),
              res: (response: { statusCode: number }) => ({ status: response.statusCode }),
            },
          },
        }),
      ],
    };
  }
}
